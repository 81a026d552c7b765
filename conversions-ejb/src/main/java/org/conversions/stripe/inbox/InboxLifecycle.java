package org.conversions.stripe.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.conversions.platform.work.Backoff;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;

/**
 * The life of a Stripe event in the inbox. It is received, perhaps handed to a queue, and worked off until it settles as
 * processed or ignored, as unmatched when it waited in vain, or as failed. A settled one may listen on for what gives it more
 * to do. Pure: the next standing follows from the last one, from the outcome and from the time.
 */
final class InboxLifecycle {

    private static final Backoff ATTEMPTS = new Backoff(Duration.ofSeconds(1), InboxLimits.WAITING_PAUSE_MAX);
    private static final Backoff MESSAGES = new Backoff(Duration.ofSeconds(10), InboxLimits.MESSAGE_PAUSE_MAX);

    /**
     * The place of an event in its life.
     *
     * @param reason     null when it simply did what it is for
     * @param waitingFor the key of what it waits or listens for, or null
     * @param attempts   how many messages were sent for it, or how often it was worked off while it waits, since something
     *                   last changed
     * @param failures   how often in a row it failed
     * @param dueAt      when it is worked off next; null for never
     * @param settledAt  when it settled last, or null
     */
    record Standing(StripeEventState state, Reason reason, String explanation, String waitingFor, int attempts, int failures,
                    Instant dueAt, Instant settledAt) {

        /** @return whether it is settled and something else may give it more to do */
        boolean isListening() {
            return waitingFor != null && (state == StripeEventState.PROCESSED || state == StripeEventState.IGNORED);
        }

        private Standing explained(Reason why, String sentence) {
            return new Standing(state, why, cut(sentence), waitingFor, attempts, failures, dueAt, settledAt);
        }

        private Standing counted(int attemptsNow, int failuresNow, Instant due) {
            return new Standing(state, reason, explanation, waitingFor, attemptsNow, failuresNow, due, settledAt);
        }

        private Standing moved(StripeEventState next, String key, Instant due, Instant settled) {
            return new Standing(next, reason, explanation, key, attempts, failures, due, settled);
        }
    }

    /**
     * One time that an event was worked off.
     *
     * @param effective     whether it changed something this time
     * @param everEffective whether it did so this time or before
     * @param giveUpAt      when it has waited long enough
     * @param heardFrom     the key by which it is woken anyway, because it has listened since before it was worked off; or null
     */
    record Run(Outcome outcome, boolean effective, boolean everEffective, Instant giveUpAt, String heardFrom, Instant at) {

        /** @return processed for an event that changed something, whatever else it did not find. @param otherwise how it ends else */
        private StripeEventState end(StripeEventState otherwise) {
            return everEffective ? StripeEventState.PROCESSED : otherwise;
        }
    }

    private InboxLifecycle() {
    }

    /** Hands a received event to a queue. @param listensFor the key of what gives it more to do, or null */
    static Standing handed(Standing event, String queue, String listensFor, Instant now) {
        return messaged(event.explained(null, "Handed to the queue " + queue)
                .moved(StripeEventState.QUEUED, listensFor, event.dueAt, event.settledAt), now);
    }

    /**
     * Counts a message for an event of a queue, which is due again should no bean do the work. It keeps its key: it is woken
     * by it meanwhile and, if it has to wait on, attempted less and less.
     */
    static Standing messaged(Standing event, Instant now) {
        return event.counted(event.attempts + 1, event.failures, now.plus(MESSAGES.pause(event.attempts)));
    }

    /** Leaves an event alone whose payload is not kept: what it did stays done. */
    static Standing outdated(Standing event) {
        return event.counted(event.attempts, event.failures, null);
    }

    /**
     * Counts a failure.
     *
     * @param redelivered true when a queue brings the event again by itself, soon, and this does not count yet
     */
    static Standing failed(Standing event, String explanation, boolean redelivered, Instant now) {
        Standing explained = event.explained(Reason.HANDLER_FAILED, explanation);
        if (redelivered) {
            return explained;
        }
        int failures = event.failures + 1;
        return failures < InboxLimits.FAILURES_MAX
                ? explained.counted(event.attempts, failures, now.plus(ATTEMPTS.pause(failures - 1)))
                : explained.counted(event.attempts, failures, null).moved(StripeEventState.FAILED, null, null, now);
    }

    /**
     * Follows an outcome.
     *
     * @param recheckAt asked at most once: when an event is rechecked that began to listen only as it settled. What it listens
     *                  for may have been committing meanwhile
     */
    static Standing after(Standing event, Run run, Supplier<Instant> recheckAt) {
        Standing before = event.counted(event.attempts, 0, event.dueAt);
        if (run.outcome() instanceof Outcome.Waiting waiting) {
            return waiting(before.explained(waiting.reason(), waiting.explanation()), waiting.key(), run);
        }
        if (run.outcome() instanceof Outcome.Ignored ignored) {
            return before.explained(ignored.reason(), ignored.explanation())
                    .moved(run.end(StripeEventState.IGNORED), ignored.key(), null, run.at());
        }
        return processed(before, (Outcome.Processed) run.outcome(), run, recheckAt);
    }

    /** Settles an event. A listener that finds nothing more to do keeps its explanation, and is not rechecked again. */
    private static Standing processed(Standing before, Outcome.Processed outcome, Run run, Supplier<Instant> recheckAt) {
        boolean first = !before.isListening();
        boolean recheck = first && outcome.key() != null && !outcome.key().equals(run.heardFrom());
        return (first || run.effective() ? before.explained(outcome.reason(), outcome.explanation()) : before)
                .moved(StripeEventState.PROCESSED, outcome.key(), recheck ? recheckAt.get() : null, run.at());
    }

    /**
     * Lets an event wait, or gives it up. The first attempt comes soon, as what it waits for may be committing right now,
     * later ones ever more rarely.
     */
    private static Standing waiting(Standing event, String key, Run run) {
        boolean again = key.equals(event.waitingFor) && event.state != StripeEventState.QUEUED;
        int attempts = again ? event.attempts : 0;
        if (run.giveUpAt().isBefore(run.at())) {
            StripeEventState end = run.end(StripeEventState.UNMATCHED);
            return event.counted(attempts, event.failures, null)
                    .moved(end, end == StripeEventState.UNMATCHED ? key : null, null, run.at());
        }
        Instant due = run.at().plus(ATTEMPTS.pause(attempts));
        return event.counted(attempts + 1, event.failures, due).moved(StripeEventState.WAITING, key, due, event.settledAt);
    }

    private static String cut(String text) {
        return text == null || text.length() <= InboxLimits.EXPLANATION_MAX ? text
                : text.substring(0, InboxLimits.EXPLANATION_MAX);
    }
}
