package org.conversions.report.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says which notes a reader has seen: all up to the greatest one but those in the gaps, and of one more note its beginning.
 *
 * @param high   the number of the greatest note that was seen
 * @param at     when that one was noted, in milliseconds: another note of the same number, in a database that was put back
 *               from a backup, is not mistaken for it
 * @param gaps   the numbers below it that were not seen, in their order
 * @param row    the note that was seen in part, which is not among those that were seen; 0 for none
 * @param count  how much of it was seen
 */
record StreamPosition(long high, long at, List<Span> gaps, long row, int count) {

    /** Bounds the gaps. When there are more, the oldest are given up. */
    static final int GAPS_MAX = 300;

    /** Bounds the text of a position that comes from outside. */
    private static final int TEXT_MAX = 12_000;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{1,12}-[0-9a-z]{1,12}-[0-9a-z._]*-([0-9a-z]{1,12}_[0-9a-z]{1,6})?");
    private static final int RADIX = Character.MAX_RADIX;

    /** Numbers of notes, both ends included. */
    record Span(long first, long last) {

        boolean has(long id) {
            return first <= id && id <= last;
        }

        long size() {
            return last - first + 1;
        }
    }

    StreamPosition {
        gaps = List.copyOf(gaps.size() > GAPS_MAX ? gaps.subList(gaps.size() - GAPS_MAX, gaps.size()) : gaps);
    }

    static StreamPosition at(long high, long at, List<Span> gaps) {
        return new StreamPosition(high, at, gaps, 0, 0);
    }

    /** @return whether all of a note was seen */
    boolean has(long id) {
        return id <= high && gaps.stream().noneMatch(gap -> gap.has(id));
    }

    /** @return how much of a note was seen that was not seen as a whole */
    int seenOf(long id) {
        return id == row ? count : 0;
    }

    /** @return the position when the beginning of a note was seen, too */
    StreamPosition within(long id, int seen) {
        return new StreamPosition(high, at, gaps, id, seen);
    }

    /** @return the position when all of a note was seen, too: one that has come late, or one after all the others */
    StreamPosition after(long id, long notedAt) {
        List<Span> left = new ArrayList<>();
        for (Span gap : gaps) {
            if (!gap.has(id)) {
                left.add(gap);
                continue;
            }
            if (gap.first() < id) {
                left.add(new Span(gap.first(), id - 1));
            }
            if (id < gap.last()) {
                left.add(new Span(id + 1, gap.last()));
            }
        }
        if (id > high + 1) {
            left.add(new Span(high + 1, id - 1));
        }
        return id > high ? at(id, notedAt, left) : at(high, at, left);
    }

    /** @return the same as if these had been seen */
    StreamPosition without(List<Span> givenUp) {
        return new StreamPosition(high, at, gaps.stream().filter(gap -> !givenUp.contains(gap)).toList(), row, count);
    }

    /** @return letters, digits and a few signs that need no escape in a header or an address */
    String text() {
        long[] above = {high};
        String missing = reversed(gaps).stream().map(gap -> {
            String text = number(above[0] - gap.last()) + (gap.size() == 1 ? "" : '_' + number(gap.size()));
            above[0] = gap.first();
            return text;
        }).collect(Collectors.joining("."));
        return number(high) + '-' + number(at) + '-' + missing + '-' + (count == 0 ? "" : number(row) + '_' + number(count));
    }

    /** @return empty for a text that is none of ours */
    static Optional<StreamPosition> of(String text) {
        if (text == null || text.length() > TEXT_MAX || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            String[] parts = text.split("-", -1);
            long high = number(parts[0]);
            List<Span> gaps = new ArrayList<>();
            long above = high;
            for (String gap : parts[2].isEmpty() ? new String[0] : parts[2].split("\\.", -1)) {
                String[] sizes = gap.split("_", -1);
                long last = above - number(sizes[0]);
                long first = sizes.length == 1 ? last : last - number(sizes[1]) + 1;
                if (sizes.length > 2 || last >= above || first > last || first < 1) {
                    return Optional.empty();
                }
                gaps.add(new Span(first, last));
                above = first;
            }
            String[] part = parts[3].isEmpty() ? new String[] {"0", "0"} : parts[3].split("_");
            return Optional.of(new StreamPosition(high, number(parts[1]), reversed(gaps), number(part[0]), (int) number(part[1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Span> reversed(List<Span> gaps) {
        List<Span> reversed = new ArrayList<>(gaps);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String number(long number) {
        return Long.toString(number, RADIX);
    }

    private static long number(String text) {
        return Long.parseLong(text, RADIX);
    }
}
