package org.conversions.commission;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a partner's commissions of one type came to, at any moment. It follows what a transaction adds, so that they are read
 * once. Pure.
 */
final class EarnedSoFar {

    /** Of all commissions that were earned before the others. @param latest when the last of their entries happened */
    record Sum(long earnings, Instant until, Instant latest) {

        static final Sum NONE = new Sum(0, Instant.EPOCH, Instant.EPOCH);
    }

    private final Instant from;
    private final Sum before;
    private final Map<String, Earning> commissions = new HashMap<>();
    private final Set<String> outdated = new TreeSet<>();

    /** @param from of which commissions all are there @param before what those come to that were earned earlier, and are not there */
    EarnedSoFar(Instant from, Sum before) {
        this.from = from;
        this.before = before;
    }

    /** Knows a commission as it is now. @param id of the commission */
    void put(String id, Earning earning) {
        commissions.put(id, earning);
        outdated.remove(id);
    }

    /**
     * Notes that a commission has changed, and is to be put again before anything is asked.
     *
     * @param occurredAt when it was earned, before and after
     * @return false when it may stand in the sum, so that all is to be read again
     */
    boolean outdate(String id, Instant occurredAt) {
        if (occurredAt.isBefore(before.until())) {
            return false;
        }
        outdated.add(id);
        return true;
    }

    /** @return the ids of the commissions that are to be put again */
    List<String> outdated() {
        return List.copyOf(outdated);
    }

    /** @return whether it can be said what was earned since a time, until another */
    boolean knows(Instant since, Instant until) {
        return before == Sum.NONE ? !from.isAfter(since)
                : since.equals(Instant.EPOCH) && !until.isBefore(before.until()) && !until.isBefore(before.latest());
    }

    /**
     * @param turn of the commission that is asked for, which does not count
     * @return what was earned from a time on before its turn, less what was taken back by then
     */
    long before(Instant since, Turn turn) {
        return before.earnings() + commissions.values().stream()
                .filter(earning -> !earning.occurredAt().isBefore(since) && earning.isBefore(turn))
                .mapToLong(earning -> earning.leftAt(turn.at())).sum();
    }
}
