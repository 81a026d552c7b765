package org.conversions.partner;

import java.util.Locale;
import org.conversions.platform.Word;

/** The way by which partners are paid: of a program, and of a payout, which is one of the first two. */
public enum PayoutMode implements Word {

    /** From here: by a file for a bank or the like. */
    INTERNAL,
    /** By the merchant's own system, which knows partners by their tenant ids. */
    EXTERNAL,
    /** Those with a tenant id by the merchant's own system, the others from here. Of programs only. */
    HYBRID;

    /** @param known whether the merchant's own system has an id for a partner. @return the way of a payout to that one */
    public PayoutMode of(boolean known) {
        return this == HYBRID ? known ? EXTERNAL : INTERNAL : this;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
