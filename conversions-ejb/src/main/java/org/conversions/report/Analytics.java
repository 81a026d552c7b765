package org.conversions.report;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.UtcTime;
import org.hibernate.query.NativeQuery;

/**
 * Adds up clicks, leads, sales and earnings: as a whole, over time, or split by link, place, device and so on. The hourly rollups
 * answer what they know, but for the parts of hours at either end; for those, as for everything else, the events
 * themselves are read. A lead or a sale is where the click is that it goes back to.
 */
@Stateless
public class Analytics {

    /** Bounds the rows that figures are split into, those with the most coming first. */
    public static final int ROWS_MAX = 1_000;
    /** Bounds the leads, sales and entries of sales that a question about their metadata reads. */
    static final int METADATA_READ_MAX = 50_000;

    private static final int FETCH_SIZE = 500;
    private static final long HOUR_SECONDS = 3_600;
    private static final String SUMS = Facts.FIGURES.stream().map(figure -> "sum(f." + figure + ") as " + figure)
            .collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the sums over the period; zeros when nothing happened */
    public Figures count(FiguresFilter filter, Period period) {
        return read(filter, period, Grouping.COUNT, HOUR_SECONDS, Counted.COMPOSITE)
                .getOrDefault(List.of(), Figures.NONE);
    }

    /**
     * @return the sums of each hour, day or month of the period, those without anything too, in order; all time begins
     *         with what happened first
     */
    public SortedMap<Instant, Figures> timeseries(FiguresFilter filter, Period period) {
        Period bounded = period.from() == null ? period.since(firstHour(filter)) : period;
        List<Instant> buckets = bounded.buckets(period.to().minusMillis(1));
        SortedMap<Instant, Figures> series = new TreeMap<>();
        read(filter, bounded, Grouping.TIMESERIES, Period.cell(buckets), Counted.COMPOSITE).forEach((key, figures) ->
                series.merge(bounded.bucketOf(Period.FIRST.plusSeconds(Long.parseLong(key.get(0)))), figures, Figures::plus));
        Instant first = period.from() != null ? buckets.get(0)
                : series.isEmpty() ? buckets.get(buckets.size() - 1) : series.firstKey();
        buckets.stream().filter(start -> !start.isBefore(first)).forEach(start -> series.putIfAbsent(start, Figures.NONE));
        return series;
    }

    /** @return the sums by the values of the grouping's keys, those with the most of what is counted first */
    public Map<List<String>, Figures> split(FiguresFilter filter, Period period, Grouping grouping, Counted counted) {
        return grouping.owner() == Trait.Owner.NOTHING ? Map.of()
                : read(filter, period, grouping, HOUR_SECONDS, counted);
    }

    private Map<List<String>, Figures> read(FiguresFilter filter, Period period, Grouping grouping, long cell,
                                            Counted counted) {
        if (filter.metadata() != null) {
            return asked(filter, period, grouping, cell, counted);
        }
        FactsQuery facts = new FactsQuery(filter, false);
        boolean rollups = filter.ofLinksOnly() && grouping.owner() != Trait.Owner.CLICK && cell % HOUR_SECONDS == 0
                && period.wholeHours() != null;
        List<String> parts = new ArrayList<>();
        if (rollups) {
            parts.add(facts.sums(Facts.HOURS, period.wholeHours(), grouping, cell));
        }
        for (Span span : rollups ? period.edges() : List.of(period.span())) {
            single(filter).forEach(kind -> parts.add(facts.sums(kind, span, grouping, cell)));
        }
        if (filter.earnings()) {
            parts.add(facts.sums(Facts.EARNINGS, period.span(), grouping, cell));
        }
        int keys = grouping == Grouping.TIMESERIES ? 1 : grouping.keys().size();
        String names = IntStream.range(0, keys).mapToObj(i -> "f.k" + i + " as k" + i + ", ").collect(Collectors.joining());
        String by = keys == 0 ? "" : " group by "
                + IntStream.range(0, keys).mapToObj(i -> "f.k" + i).collect(Collectors.joining(", "));
        String sums = "select " + names + SUMS + " from (" + String.join(" union all ", parts) + ") f" + by;
        // A series has as many rows as it has cells; only what is split is cut off.
        boolean split = keys > 0 && grouping != Grouping.TIMESERIES;
        NativeQuery<?> query = query(facts, !split ? sums : "select * from (" + sums + ") r where " + counted.condition()
                + " order by " + counted.order() + ", r.k0", keys);
        if (split) {
            query.setMaxResults(ROWS_MAX);
        }
        Map<List<String>, Figures> rows = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            rows.put(keys(columns, keys), figures(columns, keys));
        }
        return rows;
    }

    /** Looks into the metadata of each fact here, because the databases do not look into JSON in the same way. */
    private Map<List<String>, Figures> asked(FiguresFilter filter, Period period, Grouping grouping, long cell,
                                             Counted counted) {
        FactsQuery facts = new FactsQuery(filter, false);
        int keys = grouping == Grouping.TIMESERIES ? 1 : grouping.keys().size();
        String union = single(filter).stream().map(kind -> facts.each(kind, period.span(), grouping, cell))
                .collect(Collectors.joining(" union all "));
        NativeQuery<?> query = query(facts, union, keys).addScalar("metadata", String.class);
        Map<List<String>, Figures> sums = new HashMap<>();
        try (Stream<?> rows = query.setFetchSize(FETCH_SIZE).setMaxResults(METADATA_READ_MAX + 1).getResultStream()) {
            int read = 0;
            for (Iterator<?> each = rows.iterator(); each.hasNext();) {
                Object[] columns = (Object[]) each.next();
                refuseMoreThanIsRead(++read);
                if (filter.metadata().matches(Json.read((String) columns[columns.length - 1]))) {
                    sums.merge(keys(columns, keys), figures(columns, keys), Figures::plus);
                }
            }
        }
        Map<List<String>, Figures> best = new LinkedHashMap<>();
        sums.entrySet().stream()
                .filter(row -> grouping == Grouping.TIMESERIES || counted.any(row.getValue()))
                .sorted(Map.Entry.comparingByValue(counted.best()))
                .limit(grouping == Grouping.TIMESERIES ? Long.MAX_VALUE : ROWS_MAX)
                .forEach(row -> best.put(row.getKey(), row.getValue()));
        return best;
    }

    static void refuseMoreThanIsRead(int rows) {
        if (rows > METADATA_READ_MAX) {
            throw RequestRefused.unprocessable("query_too_broad", "query: looks into " + METADATA_READ_MAX
                    + " events at most; ask for a shorter time or choose by more");
        }
    }

    /** @return the kinds of facts that the filter may let through; no others are read */
    private static List<Facts> single(FiguresFilter filter) {
        return Stream.of(Facts.CLICKS, Facts.LEADS, Facts.SALES, Facts.ENTRIES)
                .filter(kind -> filter.metadata() == null || kind.ofBuyer())
                .filter(kind -> filter.saleType() == null || kind.ofSale()).toList();
    }

    private NativeQuery<?> query(FactsQuery facts, String sql, int keys) {
        NativeQuery<?> query = facts.bound(database.createNativeQuery(sql).unwrap(NativeQuery.class));
        for (int i = 0; i < keys; i++) {
            query.addScalar("k" + i, String.class);
        }
        Facts.FIGURES.forEach(figure -> query.addScalar(figure, Long.class));
        return query;
    }

    /** @return the hour in which something of the workspace was counted first, or null when nothing was */
    private Instant firstHour(FiguresFilter filter) {
        Object first = database.createNativeQuery("select min(h.hour_at) as first_hour from statistics_hour h"
                        + " where h.workspace_id = :workspace and h.mode in ('live', :mode)").unwrap(NativeQuery.class)
                .addScalar("first_hour", LocalDateTime.class)
                .setParameter("workspace", filter.workspaceId()).setParameter("mode", filter.mode().text())
                .getSingleResult();
        return UtcTime.instant((LocalDateTime) first);
    }

    private static List<String> keys(Object[] columns, int keys) {
        return Stream.of(columns).limit(keys).map(String.class::cast).toList();
    }

    private static Figures figures(Object[] columns, int first) {
        long[] sums = IntStream.range(first, first + Facts.FIGURES.size())
                .mapToLong(i -> columns[i] == null ? 0 : (Long) columns[i]).toArray();
        return new Figures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }
}
