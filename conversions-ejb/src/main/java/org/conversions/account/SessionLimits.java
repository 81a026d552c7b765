package org.conversions.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time for which a session of a person lasts. */
@ApplicationScoped
class SessionLimits {

    @Inject
    @ConfigProperty(name = "conversions.session.days", defaultValue = "30")
    private int days;
    @Inject
    @ConfigProperty(name = "conversions.session.idle-hours", defaultValue = "72")
    private int idleHours;

    /** Returns how long it lasts however much it is used. */
    Duration life() {
        return Duration.ofDays(checked("conversions.session.days", days));
    }

    /** Returns how long it lasts without being used. */
    Duration idle() {
        return Duration.ofHours(checked("conversions.session.idle-hours", idleHours));
    }

    private static int checked(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be 1 or more, not " + value);
        }
        return value;
    }
}
