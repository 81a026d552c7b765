package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an event waits for what it lacks: the setting {@code conversions.stripe.waiting-days}. */
@ApplicationScoped
class WaitingTime {

    @Inject
    @ConfigProperty(name = "conversions.stripe.waiting-days")
    int days;

    /** @throws IllegalStateException when the setting is out of bounds */
    @PostConstruct
    void check() {
        if (days < 0 || days > InboxLimits.WAITING_DAYS_MAX) {
            throw new IllegalStateException("conversions.stripe.waiting-days must be 0 to "
                    + InboxLimits.WAITING_DAYS_MAX);
        }
    }

    Duration max() {
        return Duration.ofDays(days);
    }
}
