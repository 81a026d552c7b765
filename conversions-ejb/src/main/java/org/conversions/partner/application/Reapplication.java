package org.conversions.partner.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.conversions.platform.Word;

/** When somebody may apply again who was not taken, in the words of the API. Pure. */
public enum Reapplication implements Word {

    /** At once. */
    INSTANT,
    /** After 30 days. */
    STANDARD,
    NEVER;

    private static final Duration STANDARD_TIME = Duration.ofDays(30);

    /** @return from when on; empty for never */
    Optional<Instant> from(Instant rejectedAt) {
        return switch (this) {
            case INSTANT -> Optional.of(rejectedAt);
            case STANDARD -> Optional.of(rejectedAt.plus(STANDARD_TIME));
            case NEVER -> Optional.empty();
        };
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
