package org.conversions.bounty;

import java.util.Locale;
import org.conversions.platform.Word;

/** Which figures of a partner count for a performance bounty, in the words of the API. */
public enum BountyScope implements Word {
    /** What came since the bounty began. */
    NEW,
    /** All of them. */
    LIFETIME;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
