package org.conversions.bounty;

import java.util.Locale;
import org.conversions.platform.Word;

/** What a bounty is earned by, in the words of the API. */
public enum BountyKind implements Word {
    /** Figures of the partner. */
    PERFORMANCE,
    /** Proof that the partner hands in. */
    SUBMISSION;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
