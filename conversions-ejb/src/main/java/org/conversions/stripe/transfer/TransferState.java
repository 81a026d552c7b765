package org.conversions.stripe.transfer;

import java.util.Locale;
import org.conversions.platform.Word;

/** The state of a transfer, in the words of the API. */
public enum TransferState implements Word {
    /** To be made, or being made, or to be tried again. */
    QUEUED,
    /** Made: the partner is paid. */
    SENT,
    /** Not made, and not tried again: the payout failed. */
    FAILED,
    /** Made and taken back in full at Stripe: the payout came back. */
    REVERSED;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
