package org.conversions.exchange;

import java.util.Locale;

/** Where a rate came from. Of two of one day and one owner, the later in this list wins. */
public enum RateSource {

    /** The file that comes with the application. */
    BUNDLED,
    /** The address in {@code conversions.fx.url}. */
    URL,
    /** The file in {@code conversions.fx.file}. */
    FILE,
    /** A workspace, for itself. */
    WORKSPACE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RateSource of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
