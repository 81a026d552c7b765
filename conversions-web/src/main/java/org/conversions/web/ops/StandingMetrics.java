package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.InboxState;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** Gauges of the Stripe events that did not get through, of all nodes together, for an alarm. */
@ApplicationScoped
public class StandingMetrics {

    private static final String COUNTED = ", counted up to " + InboxState.COUNT_MAX;

    @Inject
    private InboxState inbox;

    /** Gauges exist from the moment their bean does. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        inbox.oldestDueAge();
    }

    @Gauge(name = "conversions_inbox_waiting", absolute = true, unit = MetricUnits.NONE,
            description = "Stripe events that wait for something that has not come yet" + COUNTED)
    public long waiting() {
        return inbox.standing(StripeEventState.WAITING).count();
    }

    @Gauge(name = "conversions_inbox_waiting_oldest", absolute = true, unit = MetricUnits.SECONDS,
            description = "How long ago the oldest of them came in")
    public long waitingOldest() {
        return inbox.standing(StripeEventState.WAITING).oldestAge().toSeconds();
    }

    @Gauge(name = "conversions_inbox_unmatched", absolute = true, unit = MetricUnits.NONE,
            description = "Stripe events that waited in vain" + COUNTED)
    public long unmatched() {
        return inbox.standing(StripeEventState.UNMATCHED).count();
    }

    @Gauge(name = "conversions_inbox_failed", absolute = true, unit = MetricUnits.NONE,
            description = "Stripe events that could not be processed and are not tried again by themselves" + COUNTED)
    public long failed() {
        return inbox.standing(StripeEventState.FAILED).count();
    }

    @Gauge(name = "conversions_inbox_failed_oldest", absolute = true, unit = MetricUnits.SECONDS,
            description = "How long ago the oldest of them came in")
    public long failedOldest() {
        return inbox.standing(StripeEventState.FAILED).oldestAge().toSeconds();
    }
}
