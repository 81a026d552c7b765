package org.conversions.commission;

import java.util.Locale;
import org.conversions.platform.Word;

/** The kind of what happened to a commission, in the words of the API. */
public enum EntryKind implements Word {

    /** Earned, as far as it was known first. */
    EARNED,
    /** Money went back to the buyer. */
    REFUNDED,
    /** A dispute about the payment was opened: it is held. */
    DISPUTED,
    /** The guard or the operator holds it. */
    HELD,
    /** It is held no more. */
    RELEASED,
    /** A dispute was lost, or the operator took it back. */
    TAKEN_BACK,
    /** Money that had been taken back came again. */
    RESTORED,
    /** The sale or the lead turned out to be another one or another partner's, or the operator edited it. */
    CORRECTED,
    /** Money is taken back that was paid to the partner already, or is on its way. */
    CLAWBACK,
    /** A payout settled a part of it: of what left the house. */
    PAID,
    /** That payout came back. */
    RETURNED;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
