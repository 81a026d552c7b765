package org.conversions.sample;

import java.util.Locale;
import org.conversions.platform.Word;

/** The states of a sample month. */
public enum SampleState implements Word {
    RUNNING, DONE, REMOVING, FAILED;

    /** @return the name in the API and in the database: running, done, removing, failed */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
