package org.conversions.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way to cover a time by cells: by the widest that lie in it as a whole, by narrower ones at its edges, and by the facts
 * themselves where no cell fits. Pure.
 *
 * @param cells the spans that are read from cells, by the width of the cells in minutes
 * @param raw   the spans in which facts are read
 */
record TimePlan(SortedMap<Integer, List<Span>> cells, List<Span> raw) {

    /** Bounds the spans of one width, as long as there are narrower cells to read instead. */
    private static final int SPANS_MAX = 40;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Comparator<Span> IN_ORDER = Comparator.comparing(Span::from,
            Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * @param segments in order, each beginning where the one before ends: no cell may reach from one into another
     * @param widths   of the cells that there are, in minutes, the widest first
     * @param rawDays  the beginnings of days of UTC of which the cells do not say everything
     */
    static TimePlan of(List<Span> segments, List<Integer> widths, Collection<Instant> rawDays) {
        TimePlan plan = new TimePlan(new TreeMap<>(), new ArrayList<>());
        segments.forEach(segment -> plan.cover(segment, widths, rawDays));
        plan.cells.replaceAll((width, spans) -> joined(spans));
        for (int i = 0; i < widths.size() - 1; i++) {
            if (plan.cells.getOrDefault(widths.get(i), List.of()).size() > SPANS_MAX) {
                List<Integer> others = new ArrayList<>(widths);
                others.remove(i);
                return of(segments, others, rawDays);
            }
        }
        return new TimePlan(plan.cells, joined(plan.raw));
    }

    /** Reads facts only. */
    static TimePlan raw(List<Span> segments) {
        return new TimePlan(new TreeMap<>(), joined(segments));
    }

    /** @return all that is read from cells, of whatever width */
    List<Span> ofCells() {
        return joined(cells.values().stream().flatMap(List::stream).toList());
    }

    private void cover(Span segment, List<Integer> widths, Collection<Instant> rawDays) {
        Instant from = segment.from();
        for (Instant day : new TreeSet<>(rawDays)) {
            Instant start = from == null || day.isAfter(from) ? day : from;
            Instant end = segment.to() == null || day.plus(DAY).isBefore(segment.to()) ? day.plus(DAY) : segment.to();
            if (start.isBefore(end)) {
                fill(new Span(from, start), widths);
                raw.add(new Span(start, end));
                from = end;
            }
        }
        fill(new Span(from, segment.to()), widths);
    }

    private void fill(Span span, List<Integer> widths) {
        if (isEmpty(span)) {
            return;
        }
        if (widths.isEmpty()) {
            raw.add(span);
            return;
        }
        Duration width = Duration.ofMinutes(widths.get(0));
        List<Integer> narrower = widths.subList(1, widths.size());
        Instant first = span.from() == null ? null : ceiling(span.from(), width);
        Instant last = span.to() == null ? null : floor(span.to(), width);
        Span inside = new Span(first, last);
        if (isEmpty(inside)) {
            fill(span, narrower);
            return;
        }
        cells.computeIfAbsent(widths.get(0), minutes -> new ArrayList<>()).add(inside);
        if (first != null) {
            fill(new Span(span.from(), first), narrower);
        }
        if (last != null) {
            fill(new Span(last, span.to()), narrower);
        }
    }

    private static boolean isEmpty(Span span) {
        return span.from() != null && span.to() != null && !span.from().isBefore(span.to());
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream().sorted(IN_ORDER).toList()) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.to() != null && last.to().equals(span.from())) {
                joined.set(joined.size() - 1, new Span(last.from(), span.to()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static Instant floor(Instant moment, Duration width) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), width.toSeconds()) * width.toSeconds());
    }

    private static Instant ceiling(Instant moment, Duration width) {
        Instant floor = floor(moment, width);
        return floor.equals(moment) ? floor : floor.plus(width);
    }
}
