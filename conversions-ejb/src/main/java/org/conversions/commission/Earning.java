package org.conversions.commission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conversions.money.Share;

/**
 * A commission as it uses up a spend limit, at any moment. Pure: it comes to the same in whatever order its sale, refunds and
 * verdicts became known.
 *
 * @param name  of its turn; null when it is not under a limit itself: at the same moment it counts then
 * @param steps what is left of it from a moment on, in order
 */
record Earning(String key, Instant occurredAt, String name, List<Step> steps) {

    /** What is left from a moment on. */
    record Step(Instant at, long left) {
    }

    /** A change of an amount, in minor units: of a sale, or of a commission. */
    record Change(Instant at, long amount) {
    }

    /** Nothing was taken back of it. */
    static Earning whole(String key, Instant occurredAt, String name, long earned) {
        return new Earning(key, occurredAt, name, List.of(new Step(occurredAt, earned)));
    }

    /**
     * One that goes by its own entries: it is of no sale, or the operator said what it comes to.
     *
     * @param entries their earnings
     */
    static Earning ofEntries(String key, Instant occurredAt, String name, List<Change> entries) {
        List<Step> steps = new ArrayList<>();
        long left = 0;
        for (Change entry : inOrder(entries)) {
            left += entry.amount();
            steps.add(new Step(entry.at(), left));
        }
        return new Earning(key, occurredAt, name, List.copyOf(steps));
    }

    /**
     * One of a sale, of which always the same share is left as of the sale. It is found by the amounts that went back until then, and so
     * does not depend on what went back later; the entries of the commission may be off by one minor unit.
     *
     * @param earned   before anything was taken back
     * @param sold     of the sale, in its own currency
     * @param returned what went back of that, negative, or came again
     */
    static Earning ofSale(String key, Instant occurredAt, String name, long earned, long sold, List<Change> returned) {
        List<Step> steps = new ArrayList<>(List.of(new Step(occurredAt, earned)));
        long back = 0;
        for (Change change : inOrder(returned)) {
            back -= change.amount();
            steps.add(new Step(change.at().isBefore(occurredAt) ? occurredAt : change.at(), sold <= 0 ? earned
                    : earned + new Share(Math.max(0, Math.min(back, sold)), sold).backFrom(earned)));
        }
        return new Earning(key, occurredAt, name, List.copyOf(steps));
    }

    /** @param since when the operator said what is left of it @return the same until then */
    Earning judged(Instant since, long left) {
        List<Step> until = new ArrayList<>(steps.stream().filter(step -> step.at().isBefore(since)).toList());
        until.add(new Step(since, left));
        return new Earning(key, occurredAt, name, List.copyOf(until));
    }

    boolean isBefore(Turn turn) {
        int order = occurredAt.compareTo(turn.at());
        return !key.equals(turn.key()) && (order < 0
                || order == 0 && (name == null || turn.name() == null || name.compareTo(turn.name()) < 0));
    }

    long leftAt(Instant moment) {
        long left = 0;
        for (Step step : steps) {
            if (step.at().isAfter(moment)) {
                break;
            }
            left = step.left();
        }
        return left;
    }

    private static List<Change> inOrder(List<Change> changes) {
        return changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }
}
