package org.conversions.stripe.inbox;

import java.util.Locale;
import org.conversions.platform.Word;

/** The state of a Stripe event in the inbox. The words are part of the API. */
public enum StripeEventState implements Word {
    /** Stored, to be processed. */
    RECEIVED,
    /** Left to a message-driven bean; messages are sent again until the bean has done its work. */
    QUEUED,
    /** Cannot be placed until something else comes. */
    WAITING,
    PROCESSED,
    IGNORED,
    /** Waited in vain. */
    UNMATCHED,
    /** Processing failed more often than it is tried by itself. */
    FAILED;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
