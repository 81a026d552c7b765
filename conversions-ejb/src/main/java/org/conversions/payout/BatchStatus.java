package org.conversions.payout;

import java.util.Locale;
import org.conversions.platform.Word;

/** The status of a batch, in the words of the API. */
public enum BatchStatus implements Word {

    /** What is due is being taken in. */
    PREPARING,
    /** To be looked at; what is taken back meanwhile leaves it. */
    DRAFT,
    /** On its way: nothing shrinks any more. */
    CONFIRMED,
    /** All of its payouts were paid or came to nothing. */
    COMPLETED,
    CANCELED;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
