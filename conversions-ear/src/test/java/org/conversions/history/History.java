package org.conversions.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What clients appended to one list and read of it, each with the times at which it began and ended. The check is the one of
 * append-only lists: it has to be possible to put all appends into one order of which each read is a beginning, no append and
 * no read being moved across another that ended before it began.
 */
record History(List<Append> appends, List<Read> reads) {

    /** @param acknowledged false when nobody knows whether it happened: it may be there once, or never */
    record Append(String element, long began, long ended, boolean acknowledged) {
    }

    /** @param elements in any order: the order of the appends is told by what the reads have in common */
    record Read(List<String> elements, long began, long ended) {
    }

    /** @return what cannot be, in words; empty when the history is one of an append-only list */
    List<String> anomalies() {
        return Stream.of(doubles(), madeUp(), missing(), forks(), backwards()).flatMap(List::stream).toList();
    }

    private List<String> doubles() {
        return reads.stream().filter(read -> new HashSet<>(read.elements).size() < read.elements.size())
                .map(read -> "twice in one read: " + read.elements.stream().filter(element ->
                        read.elements.indexOf(element) != read.elements.lastIndexOf(element)).distinct().toList()).toList();
    }

    /** Read, and never appended, or only later. */
    private List<String> madeUp() {
        List<String> found = new ArrayList<>();
        for (Read read : reads) {
            Set<String> possible = appends.stream().filter(append -> append.began <= read.ended).map(Append::element)
                    .collect(Collectors.toSet());
            read.elements.stream().filter(element -> !possible.contains(element))
                    .forEach(element -> found.add("read before it was appended: " + element));
        }
        return found;
    }

    /** Acknowledged, and not in a read that began afterwards. */
    private List<String> missing() {
        List<String> found = new ArrayList<>();
        for (Read read : reads) {
            Set<String> seen = new HashSet<>(read.elements);
            appends.stream().filter(append -> append.acknowledged && append.ended < read.began && !seen.contains(append.element))
                    .forEach(append -> found.add("acknowledged, and missing later: " + append.element));
        }
        return found;
    }

    /** Of two reads neither of which is a part of the other each has lost what the other one has. */
    private List<String> forks() {
        List<String> found = new ArrayList<>();
        List<Read> bySize = reads.stream().sorted(Comparator.comparingInt(read -> read.elements.size())).toList();
        for (int i = 1; i < bySize.size(); i++) {
            Set<String> longer = new HashSet<>(bySize.get(i).elements);
            bySize.get(i - 1).elements.stream().filter(element -> !longer.contains(element))
                    .forEach(element -> found.add("in a shorter read and not in a longer one: " + element));
        }
        return found;
    }

    private List<String> backwards() {
        List<String> found = new ArrayList<>();
        List<Read> byEnd = reads.stream().sorted(Comparator.comparingLong(Read::ended)).toList();
        for (Read read : reads) {
            Set<String> seen = new HashSet<>(read.elements);
            for (Read earlier : byEnd) {
                if (earlier.ended >= read.began) {
                    break;
                }
                earlier.elements.stream().filter(element -> !seen.contains(element))
                        .forEach(element -> found.add("read, and not read later: " + element));
            }
        }
        return found;
    }
}
