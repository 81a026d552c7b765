package org.conversions.stripe.inbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an event stands. The words are part of the API. */
public enum StripeEventState {
    /** Stored, to be processed. */
    RECEIVED,
    /** Left to a message-driven bean; the bell is rung again until the bean has done its work. */
    QUEUED,
    /** Cannot be placed until something else comes. */
    WAITING,
    PROCESSED,
    IGNORED,
    /** Waited in vain. */
    UNMATCHED,
    /** Processing failed more often than it is tried by itself. */
    FAILED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StripeEventState> of(String text) {
        return Stream.of(values()).filter(state -> state.text().equals(text)).findFirst();
    }
}
