package org.conversions.stripe.catchup;

import java.util.Locale;
import org.conversions.platform.Word;

/** The states of the work. */
public enum CatchUpState implements Word {
    RUNNING, DONE, FAILED;

    /** @return the name in the API and in the database: running, done, failed */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
