package org.conversions.report;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellTrait;
import org.hibernate.query.NativeQuery;

/** Chooses what is read for a question: cells where they know enough, single clicks where not, and not too many of these. */
@Dependent
class FiguresPlanner {

    /** Bounds the clicks that a question looks at one by one; the days are read as a whole, the newest in any case. */
    static final long CLICKS_READ_MAX = 1_000_000;

    private static final String BETWEEN = " and h.cell_at >= :from and h.cell_at < :to";
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** The clicks of a day. */
    private record Day(Instant at, long clicks) {
    }

    /** @param segments in order; no row of the answer may be made of two of them */
    FiguresPlan plan(FiguresFilter filter, Grouping grouping, List<Span> segments) {
        Optional<CellSource> source = CellSource.of(filter, grouping);
        Span whole = new Span(segments.get(0).from(), segments.get(segments.size() - 1).to());
        if (source.isPresent()) {
            Set<Instant> fullDays = fullDays(filter.workspaceId(), source.get(), whole);
            boolean partial = !fullDays.isEmpty() && days(filter, whole).stream().filter(day -> fullDays.contains(day.at()))
                    .mapToLong(Day::clicks).sum() > CLICKS_READ_MAX;
            return new FiguresPlan(source, TimePlan.of(segments, source.get().widths(), partial ? Set.of() : fullDays),
                    partial);
        }
        boolean ofFewClicks = filter.ofSalesOnly() || grouping == Grouping.PRODUCTS || filter.choices().containsKey(Trait.CUSTOMER);
        Instant since = ofFewClicks ? null : since(filter, whole);
        List<Span> read = since == null ? segments : since(segments, since);
        return new FiguresPlan(source, TimePlan.raw(read), since != null);
    }

    /** @return the beginning of the newest days that are read; null for all of them */
    private Instant since(FiguresFilter filter, Span whole) {
        long clicks = 0;
        Instant since = null;
        for (Day day : days(filter, whole)) {
            clicks += day.clicks();
            if (clicks > CLICKS_READ_MAX && since != null) {
                return since;
            }
            since = day.at();
        }
        return null;
    }

    private static List<Span> since(List<Span> segments, Instant since) {
        List<Span> read = new ArrayList<>();
        for (Span segment : segments) {
            if (segment.to() == null || since.isBefore(segment.to())) {
                read.add(segment.from() == null || segment.from().isBefore(since) ? new Span(since, segment.to()) : segment);
            }
        }
        return read;
    }

    /** @return the days with clicks, the newest first, as far as they are in the cells */
    private List<Day> days(FiguresFilter filter, Span span) {
        Choice links = filter.choices().get(Trait.LINK);
        Collection<String> wanted = links == null ? Set.of() : links.wanted();
        NativeQuery<?> query = database.createNativeQuery(wanted.isEmpty()
                ? "select h.cell_at as day_at, h.clicks as clicks from statistics_cell h where h.workspace_id = :workspace"
                        + " and h.trait = 'workspace' and h.minutes = :day and h.mode = 'live'" + BETWEEN
                        + " order by h.cell_at desc"
                : "select h.cell_at as day_at, sum(h.clicks) as clicks from statistics_link_cell h where h.workspace_id = :workspace"
                        + " and h.minutes = :day and h.mode = 'live' and h.link_id in (:links)" + BETWEEN
                        + " group by h.cell_at order by h.cell_at desc").unwrap(NativeQuery.class);
        if (!wanted.isEmpty()) {
            query.setParameterList("links", List.copyOf(wanted));
        }
        bind(query, filter.workspaceId(), span).setParameter("day", CellTrait.DAY)
                .addScalar("day_at", LocalDateTime.class).addScalar("clicks", Long.class);
        return query.getResultList().stream().map(Object[].class::cast)
                .map(row -> new Day(UtcTime.instant((LocalDateTime) row[0]), (Long) row[1])).toList();
    }

    private Set<Instant> fullDays(WorkspaceId workspaceId, CellSource source, Span span) {
        if (source.ofLinks() || source.trait() == CellTrait.WORKSPACE) {
            return Set.of();
        }
        NativeQuery<?> query = database.createNativeQuery("select h.day_at as day_at from statistics_full_day h"
                + " where h.workspace_id = :workspace and h.trait = :trait and h.day_at >= :from and h.day_at < :to")
                .unwrap(NativeQuery.class).addScalar("day_at", LocalDateTime.class);
        bind(query, workspaceId, span).setParameter("trait", source.trait().text());
        return Set.copyOf(query.getResultList().stream().map(day -> UtcTime.instant((LocalDateTime) day)).toList());
    }

    /** Days count as a whole, also those that the span has only a part of. */
    private static NativeQuery<?> bind(NativeQuery<?> query, WorkspaceId workspaceId, Span span) {
        return query.setParameter("workspace", workspaceId)
                .setParameter("from", UtcTime.column(span.from() == null ? Period.FIRST : day(span.from())))
                .setParameter("to", UtcTime.column(span.to() == null ? LAST : span.to()));
    }

    private static Instant day(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }
}
