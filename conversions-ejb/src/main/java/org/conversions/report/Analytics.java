package org.conversions.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
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
import org.conversions.statistics.PendingClicks;
import org.hibernate.query.NativeQuery;

/**
 * Adds up clicks, leads, sales and earnings: as a whole, over time, or split by link, place, device and so on. Cells
 * answer what they know, together with what is not in them yet; for parts of hours, and for questions about two properties
 * of a click, the events themselves are read. A lead or a sale is where the click is that it goes back to.
 */
@Stateless
public class Analytics {

    /** Bounds the rows that figures are split into, those with the most coming first. */
    public static final int ROWS_MAX = 1_000;
    /** Bounds the leads, sales and entries of sales that a question about their metadata reads. */
    static final int METADATA_READ_MAX = 50_000;

    private static final int FETCH_SIZE = 500;
    /** Bounds how often a question is asked anew, because clicks came into the cells between its two statements. */
    private static final int TRIES_MAX = 10;
    private static final long HOUR_SECONDS = 3_600;
    private static final String SUMS = Facts.FIGURES.stream().map(figure -> "sum(f." + figure + ") as " + figure)
            .collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private FiguresPlanner planner;
    @Inject
    private PendingClicks pendingClicks;

    /** @return the sums over the period; zeros when nothing happened */
    public Answer<Figures> count(FiguresFilter filter, Period period) {
        Answer<Map<List<String>, Figures>> rows = read(filter, List.of(period.span()), Grouping.COUNT, HOUR_SECONDS, Counted.COMPOSITE);
        return new Answer<>(rows.figures().getOrDefault(List.of(), Figures.NONE), rows.partial());
    }

    /**
     * @return the sums of each hour, day, week or month of the period, those without anything too, in order; all time begins
     *         with what happened first
     */
    public Answer<SortedMap<Instant, Figures>> timeseries(FiguresFilter filter, Period period) {
        Period bounded = period.from() == null ? period.since(before(filter)) : period;
        List<Instant> buckets = bounded.buckets(period.to().minusMillis(1));
        SortedMap<Instant, Figures> series = new TreeMap<>();
        Answer<Map<List<String>, Figures>> rows = read(filter, bounded.segments(buckets), Grouping.TIMESERIES,
                Period.cell(buckets), Counted.COMPOSITE);
        rows.figures().forEach((key, figures) -> series.merge(
                bounded.bucketOf(Period.FIRST.plusSeconds(Long.parseLong(key.get(0)))), figures, Figures::plus));
        Instant first = period.from() != null ? buckets.get(0)
                : series.isEmpty() ? buckets.get(buckets.size() - 1) : series.firstKey();
        buckets.stream().filter(start -> !start.isBefore(first)).forEach(start -> series.putIfAbsent(start, Figures.NONE));
        return new Answer<>(series, rows.partial());
    }

    /** @return the sums by the values of the grouping's keys, those with the most of what is counted first */
    public Answer<Map<List<String>, Figures>> split(FiguresFilter filter, Period period, Grouping grouping, Counted counted) {
        return read(filter, List.of(period.span()), grouping, HOUR_SECONDS, counted);
    }

    private Answer<Map<List<String>, Figures>> read(FiguresFilter filter, List<Span> segments, Grouping grouping, long cell,
                                                    Counted counted) {
        if (filter.metadata() != null) {
            return new Answer<>(asked(filter, segments, grouping, cell, counted), false);
        }
        FiguresPlan plan = planner.plan(filter, grouping, segments);
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            Map<List<String>, Figures> rows = read(filter, plan, grouping, cell, counted);
            if (rows != null) {
                return new Answer<>(rows, plan.partial());
            }
        }
        throw new IllegalStateException("The clicks were merged " + TRIES_MAX + " times between two statements");
    }

    /** @return null when clicks that were not in the cells came into them meanwhile, and would count twice */
    private Map<List<String>, Figures> read(FiguresFilter filter, FiguresPlan plan, Grouping grouping, long cell,
                                            Counted counted) {
        FactsQuery facts = FactsQuery.with(filter, plan.source().orElse(null));
        PendingClicks.Clicks pending = pending(filter, plan);
        List<String> parts = parts(filter, plan, facts, pending, grouping, cell);
        int keys = grouping == Grouping.TIMESERIES ? 1 : grouping.keys().size();
        String names = IntStream.range(0, keys).mapToObj(i -> "f.k" + i + " as k" + i + ", ").collect(Collectors.joining());
        String by = keys == 0 ? "" : " group by "
                + IntStream.range(0, keys).mapToObj(i -> "f.k" + i).collect(Collectors.joining(", "));
        String sums = "select " + names + SUMS + " from (" + String.join(" union all ", parts) + ") f" + by;
        // A series has as many rows as it has cells; only what is split is cut off.
        boolean split = keys > 0 && grouping != Grouping.TIMESERIES;
        NativeQuery<?> query = query(pending.rows().isEmpty() ? facts : facts.with(PendingClicks.ROWS, pending.rows()), "select r.*, " + pending.stillThere() + " as pending from (" + sums
                + ") r" + (split ? " where " + counted.condition() + " order by " + counted.order() + ", r.k0" : ""), keys)
                .addScalar("pending", Integer.class);
        if (split) {
            query.setMaxResults(ROWS_MAX);
        }
        Map<List<String>, Figures> rows = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            if ((Integer) columns[columns.length - 1] < pending.rows().size()) {
                return null;
            }
            rows.put(keys(columns, keys), figures(columns, keys));
        }
        return rows;
    }

    private PendingClicks.Clicks pending(FiguresFilter filter, FiguresPlan plan) {
        if (!filter.links().isEmpty() && !plan.time().raw().isEmpty()) {
            return pendingClicks.besideLinks(filter.workspaceId());
        }
        return plan.time().cells().isEmpty() && filter.links().isEmpty() ? PendingClicks.NONE : pendingClicks.of(filter.workspaceId());
    }

    private static List<String> parts(FiguresFilter filter, FiguresPlan plan, FactsQuery facts, PendingClicks.Clicks pending,
                                      Grouping grouping, long cell) {
        List<String> parts = new ArrayList<>();
        TimePlan time = plan.time();
        time.cells().forEach((minutes, spans) -> parts.add(facts.cells(minutes, spans, grouping, cell)));
        if (!time.cells().isEmpty()) {
            parts.add(facts.sums(Facts.DELTAS, time.ofCells(), grouping, cell));
            parts.addAll(facts.pendingClicks(pending.clickIds(), time.ofCells(), grouping, cell));
        }
        if (!time.raw().isEmpty()) {
            boolean ofLinks = !filter.links().isEmpty();
            for (Facts kind : single(filter, grouping)) {
                parts.add(facts.sums(kind == Facts.CLICKS && ofLinks ? Facts.LINK_CLICKS : kind, time.raw(), grouping, cell));
                if (kind == Facts.CLICKS && ofLinks) {
                    parts.addAll(facts.pendingClicks(pending.clickIds(), time.raw(), grouping, cell));
                }
            }
        }
        if (filter.earnings()) {
            earnings(parts, plan, facts, grouping, cell);
        }
        return parts;
    }

    private static void earnings(List<String> parts, FiguresPlan plan, FactsQuery facts, Grouping grouping, long cell) {
        TimePlan time = plan.time();
        time.cells().forEach((minutes, spans) -> parts.add(facts.earningCells(minutes, spans, grouping, cell)));
        if (!time.cells().isEmpty()) {
            parts.add(facts.sums(Facts.EARNING_DELTAS, time.ofCells(), grouping, cell));
        }
        if (!time.raw().isEmpty()) {
            parts.add(facts.sums(Facts.EARNINGS, time.raw(), grouping, cell));
        }
    }

    /** Looks into the metadata of each fact here, because the databases do not look into JSON in the same way. */
    private Map<List<String>, Figures> asked(FiguresFilter filter, List<Span> segments, Grouping grouping, long cell,
                                             Counted counted) {
        FactsQuery facts = new FactsQuery(filter, false);
        int keys = grouping == Grouping.TIMESERIES ? 1 : grouping.keys().size();
        String union = single(filter, grouping).stream().map(kind -> facts.each(kind, TimePlan.raw(segments).raw(), grouping, cell))
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
    private static List<Facts> single(FiguresFilter filter, Grouping grouping) {
        return Stream.of(Facts.CLICKS, Facts.LEADS, Facts.SALES, Facts.ENTRIES)
                .filter(kind -> filter.metadata() == null || kind.ofBuyer())
                .filter(kind -> !filter.ofSalesOnly() && grouping != Grouping.PRODUCTS || kind.ofSale()).toList();
    }

    private NativeQuery<?> query(FactsQuery facts, String sql, int keys) {
        NativeQuery<?> query = facts.bound(database.createNativeQuery(sql).unwrap(NativeQuery.class));
        for (int i = 0; i < keys; i++) {
            query.addScalar("k" + i, String.class);
        }
        Facts.FIGURES.forEach(figure -> query.addScalar(figure, Long.class));
        return query;
    }

    /** @return a moment before all that was counted in the workspace, or null when nothing was */
    private Instant before(FiguresFilter filter) {
        Object first = database.createNativeQuery("select min(f.at) as first_hour from ((select h.cell_at as at"
                        + " from statistics_cell h where h.workspace_id = :workspace and h.trait = 'workspace' and h.minutes = 60"
                        + " and h.mode in ('live', :mode) order by h.workspace_id, h.trait, h.minutes, h.cell_at limit 1)"
                        + " union all select min(e.occurred_at) from statistics_delta e"
                        + " where e.workspace_id = :workspace and e.mode = :mode) f").unwrap(NativeQuery.class)
                .addScalar("first_hour", LocalDateTime.class)
                .setParameter("workspace", filter.workspaceId()).setParameter("mode", filter.mode().text())
                .getSingleResult();
        // Clicks that are not in the cells yet may be a little older than those that are.
        return first == null ? null : UtcTime.instant((LocalDateTime) first).minus(Duration.ofDays(1));
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
