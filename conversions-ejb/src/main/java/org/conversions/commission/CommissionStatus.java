package org.conversions.commission;

import java.util.Locale;
import java.util.Set;
import org.conversions.platform.Word;

/** The status of a commission, in the words of the API. */
public enum CommissionStatus implements Word {

    /** Earned, and not yet paid. */
    PENDING,
    /** A dispute about the payment is open. */
    HOLD,
    /** Nothing is left of it. */
    REFUNDED,
    /** It credits another partner now, or the operator says so. */
    CANCELED,
    FRAUD, DUPLICATE,
    /** Paid out; what is taken back after that is owed by the partner. */
    PAID;

    /** Those of which the partner is owed what was not paid yet. */
    public static final Set<CommissionStatus> PAYABLE = Set.of(PENDING, PAID);

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
