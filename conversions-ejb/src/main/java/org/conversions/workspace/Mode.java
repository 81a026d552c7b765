package org.conversions.workspace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conversions.platform.Word;

/** A mode of Stripe. Figures of one never touch those of another, and only what is live is payable. */
public enum Mode implements Word {
    LIVE, TEST, SANDBOX;

    /** @return the name in the API and in the database: live, test, sandbox */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says that a key of this mode sees and changes what is of another: a live one all, any other one nothing live. */
    public boolean reaches(Mode other) {
        return this == LIVE || other != LIVE;
    }

    /** @return the modes that a key of this one reaches, its own first */
    public List<Mode> reachedModes() {
        return Stream.concat(Stream.of(this), Stream.of(values()).filter(other -> other != this && reaches(other))).toList();
    }

    /** @return the names of {@link #reachedModes}, for columns that hold the name */
    public List<String> reached() {
        return reachedModes().stream().map(Mode::text).toList();
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
