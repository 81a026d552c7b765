package org.conversions.commission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a partner's commissions of one type came to, at any moment. It follows what a transaction does to them, so that they are read
 * once. Pure.
 */
final class EarnedSoFar {

    /** Of all commissions that were earned before the others. @param latest when the last of their entries happened */
    record Sum(long earnings, Instant until, Instant latest) {

        static final Sum NONE = new Sum(0, Instant.EPOCH, Instant.EPOCH);
    }

    /** What was earned, or taken back, at a moment. */
    record Entry(Instant at, long earnings) {
    }

    private static final class Of {

        private String key;
        private Instant occurredAt;
        private boolean counts;
        private final List<Entry> entries = new ArrayList<>();
    }

    private final Instant from;
    private final Sum before;
    private final Map<String, Of> commissions = new HashMap<>();

    /** @param from of which commissions all are there @param before what those come to that were earned earlier, and are not there */
    EarnedSoFar(Instant from, Sum before) {
        this.from = from;
        this.before = before;
    }

    /** Adds an entry of a commission of which something is owed, as it was read. */
    void add(String id, String key, Instant occurredAt, Entry entry) {
        Of of = commissions.computeIfAbsent(id, none -> new Of());
        of.key = key;
        of.occurredAt = occurredAt;
        of.counts = true;
        of.entries.add(entry);
    }

    /**
     * Follows a commission that the transaction makes or changes.
     *
     * @param isNew  false for one that there was before
     * @param counts whether anything is owed of it
     * @return false when it has to be read again: it was not there, because nothing was owed of it or it was earned at another time
     */
    boolean follow(String id, boolean isNew, String key, Instant occurredAt, boolean counts, List<Entry> more) {
        if (!isNew && !commissions.containsKey(id)) {
            return false;
        }
        Of of = commissions.computeIfAbsent(id, none -> new Of());
        of.key = key;
        of.occurredAt = occurredAt;
        of.counts = counts;
        of.entries.addAll(more);
        return true;
    }

    /** @return whether it can be said what was earned since a time, until another */
    boolean knows(Instant since, Instant until) {
        return before == Sum.NONE ? !from.isAfter(since)
                : since.equals(Instant.EPOCH) && !until.isBefore(before.until()) && !until.isBefore(before.latest());
    }

    /** @param key of the commission that does not count @return what was earned from a time on until another, less what was taken back by then */
    long between(Instant since, Instant until, String key) {
        return before.earnings() + commissions.values().stream().filter(of -> of.counts && !of.key.equals(key)
                        && !of.occurredAt.isBefore(since) && !of.occurredAt.isAfter(until)).flatMap(of -> of.entries.stream())
                .filter(entry -> !entry.at().isAfter(until)).mapToLong(Entry::earnings).sum();
    }
}
