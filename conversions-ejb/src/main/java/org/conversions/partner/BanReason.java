package org.conversions.partner;

import java.util.Locale;
import org.conversions.platform.Word;

/** The reason why a partner was banned, in the words of the API. */
public enum BanReason implements Word {

    TOS_VIOLATION, INAPPROPRIATE_CONTENT, FAKE_TRAFFIC, FRAUD, SPAM, BRAND_ABUSE;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
