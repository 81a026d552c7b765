package org.conversions.workspace;

import java.util.Locale;

/** Stripe's worlds. Figures of one never touch another, and only what is live is payable. */
public enum Mode {
    LIVE, TEST, SANDBOX;

    /** @return the name in the API and in the database: live, test, sandbox */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything but live, test and sandbox */
    public static Mode of(String text) {
        for (Mode mode : values()) {
            if (mode.text().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("mode: must be one of live, test, sandbox");
    }
}
