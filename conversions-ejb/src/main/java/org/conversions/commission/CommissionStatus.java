package org.conversions.commission;

import java.util.Locale;
import java.util.Set;
import org.conversions.platform.Word;

/** The status of a commission, in the words of the API. */
public enum CommissionStatus implements Word {

    /** Earned, and not yet paid. */
    PENDING,
    /** Kept back: a dispute about the payment is open, the guard found something odd, or the operator says so. */
    HOLD,
    /** In a payout batch that is not paid yet. */
    PROCESSED,
    /** Paid out; what is taken back after that is owed by the partner. */
    PAID,
    /** Nothing is left of it. */
    REFUNDED,
    /** The operator says that it is there twice. */
    DUPLICATE,
    /** The operator says that it is fraud. */
    FRAUD,
    /** It credits another partner now, or the operator says so. */
    CANCELED;

    /** Those of which the partner is owed what was not paid yet. */
    public static final Set<CommissionStatus> PAYABLE = Set.of(PENDING, PROCESSED, PAID);

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
