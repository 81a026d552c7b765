package org.conversions.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.conversions.click.recorder.ClickRecorder;
import org.conversions.click.recorder.JournaledClicks;
import org.conversions.stripe.inbox.Inbox;
import org.conversions.stripe.inbox.view.InboxState;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** Gauges of both roads of this node: rows stored since its start, and rows that wait. */
@ApplicationScoped
public class RoadMetrics {

    @Inject
    private ClickRecorder clicks;
    @Inject
    private JournaledClicks journal;
    @Inject
    private Inbox inbox;
    @Inject
    private InboxState inboxState;

    /** Gauges exist from the moment their bean does. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        clicksWaiting();
    }

    @Gauge(name = "conversions_clicks_stored", absolute = true, unit = MetricUnits.NONE,
            description = "Clicks stored since the start of this node")
    public long clicksStored() {
        return clicks.stored();
    }

    @Gauge(name = "conversions_clicks_waiting", absolute = true, unit = MetricUnits.NONE,
            description = "Clicks that wait for their commit")
    public long clicksWaiting() {
        return clicks.waiting();
    }

    @Gauge(name = "conversions_clicks_journaled", absolute = true, unit = MetricUnits.NONE,
            description = "Clicks that the database did not take in time and that went to the journal of this node since its start")
    public long clicksJournaled() {
        return journal.added();
    }

    @Gauge(name = "conversions_click_journal_size", absolute = true, unit = MetricUnits.BYTES,
            description = "Size of the clicks that wait in the journal of this node for the database")
    public long journalSize() {
        return journal.size();
    }

    @Gauge(name = "conversions_uncounted_visits_stored", absolute = true, unit = MetricUnits.NONE,
            description = "Visits that are no clicks, such as programs', stored since the start of this node")
    public long uncountedVisitsStored() {
        return clicks.uncountedStored();
    }

    @Gauge(name = "conversions_uncounted_visits_left_out", absolute = true, unit = MetricUnits.NONE,
            description = "Visits that are no clicks and were not stored, because there were too many of them")
    public long uncountedVisitsLeftOut() {
        return clicks.uncountedLeftOut();
    }

    @Gauge(name = "conversions_stripe_deliveries_stored", absolute = true, unit = MetricUnits.NONE,
            description = "Stripe deliveries stored since the start of this node")
    public long deliveriesStored() {
        return inbox.stored();
    }

    @Gauge(name = "conversions_stripe_deliveries_waiting", absolute = true, unit = MetricUnits.NONE,
            description = "Stripe deliveries that wait for their commit")
    public long deliveriesWaiting() {
        return inbox.waiting();
    }

    @Gauge(name = "conversions_inbox_oldest_due", absolute = true, unit = MetricUnits.SECONDS,
            description = "How long the Stripe event that is due longest has been due")
    public long oldestDueSeconds() {
        return inboxState.oldestDueAge().toSeconds();
    }
}
