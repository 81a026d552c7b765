package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time that an event waits for what it lacks: the setting {@code conversions.stripe.waiting-days}. */
@ApplicationScoped
class WaitingTime {

    @Inject
    @ConfigProperty(name = "conversions.stripe.waiting-days")
    int days;

    /** Checks the setting at the start, and not when the first event has to wait. @throws IllegalStateException when it is out of bounds */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (days < 0 || days > InboxLimits.WAITING_DAYS_MAX) {
            throw new IllegalStateException("conversions.stripe.waiting-days must be 0 to "
                    + InboxLimits.WAITING_DAYS_MAX);
        }
    }

    Duration max() {
        return Duration.ofDays(days);
    }
}
