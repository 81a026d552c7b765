package org.conversions.platform.partition;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The partitions of a table whose primary key begins with the time, one for each month of UTC. The first one takes what is
 * older as well, and beside them there is one for whatever is later. Pure.
 *
 * @param there   the months that have a partition
 * @param firstAt the first id of a moment
 */
record MonthPlan(String table, SortedSet<YearMonth> there, Function<Instant, String> firstAt) {

    /** Made ahead, so that a server that is off for a while finds its months when it is back. */
    static final int AHEAD = 3;

    private static final String LATER = "later";

    /** @param names of the partitions as the database has them */
    static MonthPlan of(String table, List<String> names, Function<Instant, String> firstAt) {
        return new MonthPlan(table, names.stream().filter(name -> name.matches("p\\d{6}"))
                .map(name -> YearMonth.of(Integer.parseInt(name.substring(1, 5)), Integer.parseInt(name.substring(5))))
                .collect(Collectors.toCollection(TreeSet::new)), firstAt);
    }

    /** @return the statement that makes what is missing; none when nothing is */
    Optional<String> growth(Instant now) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        YearMonth first = there.isEmpty() ? month : there.last().plusMonths(1);
        String missing = Stream.iterate(first, next -> !next.isAfter(month.plusMonths(AHEAD)), next -> next.plusMonths(1))
                .map(next -> "partition " + name(next) + " values less than ('" + firstAt.apply(end(next)) + "'), ")
                .collect(Collectors.joining());
        return missing.isEmpty() ? Optional.empty() : Optional.of("alter table " + table
                + (there.isEmpty() ? " partition by range columns (id) (" : " reorganize partition " + LATER + " into (")
                + missing + "partition " + LATER + " values less than (maxvalue))");
    }

    /** @return the end of the newest month that is over by then; none when there is no such */
    Optional<Instant> lastEnd(Instant before) {
        return over(before).max(YearMonth::compareTo).map(MonthPlan::end);
    }

    /** @return the statement that removes all of the months that are over by then; none when there is no such */
    Optional<String> removal(Instant before) {
        String names = over(before).map(MonthPlan::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("alter table " + table + " drop partition " + names);
    }

    private Stream<YearMonth> over(Instant before) {
        return there.stream().filter(month -> !end(month).isAfter(before));
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String name(YearMonth month) {
        return String.format("p%04d%02d", month.getYear(), month.getMonthValue());
    }
}
