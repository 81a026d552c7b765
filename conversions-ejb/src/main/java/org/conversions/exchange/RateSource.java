package org.conversions.exchange;

import java.util.Locale;
import org.conversions.platform.Word;

/** The source of a rate. Of two of one day and one owner, the later in this list wins. */
public enum RateSource implements Word {

    /** The file that comes with the application. */
    BUNDLED,
    /** The address in {@code conversions.fx.url}. */
    URL,
    /** The file in {@code conversions.fx.file}. */
    FILE,
    /** A workspace, for itself. */
    WORKSPACE;

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
