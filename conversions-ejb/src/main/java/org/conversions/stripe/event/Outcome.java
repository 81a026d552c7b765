package org.conversions.stripe.event;

/** The outcome of handling a Stripe event, for now or for good. */
public sealed interface Outcome {

    /** @return what it waits for, or what gives it more to do, see {@link WaitingKey}; or null */
    String key();

    /**
     * The event did what it is for.
     *
     * @param reason what is worth knowing all the same, or null
     * @param key    what may come later and give it more to do, see {@link WaitingKey}; or null
     */
    record Processed(Reason reason, String explanation, String key) implements Outcome {
    }

    /** The event has no effect here. @param key what may come later and give it one after all; or null */
    record Ignored(Reason reason, String explanation, String key) implements Outcome {
    }

    /** The event cannot be placed yet. @param key what it waits for, see {@link WaitingKey} */
    record Waiting(Reason reason, String explanation, String key) implements Outcome {
    }

    static Outcome processed(String explanation) {
        return new Processed(null, explanation, null);
    }

    static Outcome processed(Reason reason) {
        return new Processed(reason, reason.sentence(), null);
    }

    /** @param more the rest of the sentence; empty for nothing more */
    static Outcome processed(Reason reason, String more) {
        return new Processed(reason, reason.sentence() + more, null);
    }

    static Outcome ignored(Reason reason) {
        return new Ignored(reason, reason.sentence(), null);
    }

    static Outcome ignored(Reason reason, String detail) {
        return new Ignored(reason, reason.sentence() + ": " + detail, null);
    }

    /** @return this; and when it does not wait anyway, it is worked off again when that comes */
    default Outcome listeningTo(String key) {
        if (this instanceof Processed processed) {
            return new Processed(processed.reason(), processed.explanation(), key);
        }
        return this instanceof Ignored ignored ? new Ignored(ignored.reason(), ignored.explanation(), key) : this;
    }

    static Outcome waiting(Reason reason, String key) {
        return new Waiting(reason, reason.sentence() + " (" + key + ")", key);
    }

    static Outcome waiting(Reason reason, String detail, String key) {
        return new Waiting(reason, reason.sentence() + ": " + detail, key);
    }
}
