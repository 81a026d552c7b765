package org.conversions.commission;

import java.util.Locale;
import org.conversions.platform.Word;

/** Why a commission is on hold. */
public enum Hold implements Word {

    /** A dispute about the payment is open; it ends by itself. */
    DISPUTE,
    /** The guard found something odd; an operator decides. */
    GUARD,
    /** The operator says so, and decides. */
    OPERATOR;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
