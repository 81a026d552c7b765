package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.conversions.click.ClickOrigin;
import org.conversions.click.Clicks;
import org.conversions.conversion.Attribution;
import org.conversions.conversion.LeadDraft;
import org.conversions.conversion.LeadSource;
import org.conversions.conversion.Leads;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Finds out who the buyer in an event is, and keeps the lead when a click brought somebody new. */
@ApplicationScoped
class Buyers {

    private static final String LEAD_EVENT_NAME = "Sign up";

    /**
     * Who an event says the buyer is.
     *
     * @param standIn the external id of a buyer that has none yet; null when a buyer without one cannot be made
     */
    record Claim(TrackingMetadata tracking, String stripeCustomer, String standIn, String name, String email,
                 String country) {
    }

    /** @param reason why the buyer is not known, when {@code customer} is null */
    record Found(CustomerView customer, Reason reason) {
    }

    /** What the click that an event names is worth. */
    private record NamedClick(CustomerClick click, String country, Reason problem) {
        static final NamedClick NONE = new NamedClick(null, null, null);
    }

    @Inject
    Clicks clicks;
    @Inject
    Customers customers;
    @Inject
    Leads leads;
    @Inject
    Workspaces workspaces;

    Found find(StripeEvent event, Claim claim, LeadSource source) {
        NamedClick named = click(event, claim.tracking().clickId());
        Identity identity = identity(event, claim, named);
        Optional<Identified> identified = customers.identify(identity);
        if (identified.isEmpty() && event.mode() != Mode.LIVE && claim.tracking().externalId() != null) {
            identified = fromLive(event, claim);
        }
        if (identified.isEmpty()) {
            return new Found(null, named.problem() != null ? named.problem() : Reason.CUSTOMER_UNKNOWN);
        }
        CustomerView customer = identified.get().customer();
        if (identified.get().created() && named.click() != null) {
            leads.record(new LeadDraft(customer, named.click(), LEAD_EVENT_NAME, source, 1, event.occurredAt(), null));
        }
        return new Found(customer, named.problem());
    }

    /** The click must be one of the account's workspace and not too old when the event names it (DESIGN §4). */
    private NamedClick click(StripeEvent event, String clickId) {
        if (clickId == null) {
            return NamedClick.NONE;
        }
        Optional<ClickOrigin> found = clicks.find(clickId);
        if (found.isEmpty()) {
            return new NamedClick(null, null, Reason.CLICK_UNKNOWN);
        }
        ClickOrigin click = found.get();
        if (!click.workspaceId().equals(event.workspaceId())) {
            return new NamedClick(null, null, Reason.CLICK_OF_ANOTHER_WORKSPACE);
        }
        int windowDays = workspaces.get(event.workspaceId()).attributionWindowDays();
        if (!Attribution.withinWindow(click.clickedAt(), event.occurredAt(), windowDays)) {
            return new NamedClick(null, null, Reason.ATTRIBUTION_WINDOW_EXPIRED);
        }
        return new NamedClick(new CustomerClick(click.clickId(), click.linkId(), click.clickedAt()), click.country(),
                null);
    }

    private static Identity identity(StripeEvent event, Claim claim, NamedClick named) {
        return new Identity(event.workspaceId(), event.mode(), claim.tracking().externalId(), claim.standIn(),
                event.connectionId(), claim.stripeCustomer(), claim.name(), claim.email(), null,
                claim.country() != null ? claim.country() : named.country(), named.click());
    }

    /**
     * A merchant who tries things out in test mode has leads in the live world only. The buyer is then made in the
     * test world by the same clicks; nothing of the live world changes.
     */
    private Optional<Identified> fromLive(StripeEvent event, Claim claim) {
        Optional<CustomerView> live = customers.byExternalId(event.workspaceId(), Mode.LIVE,
                claim.tracking().externalId());
        if (live.isEmpty()) {
            return Optional.empty();
        }
        List<CustomerClick> known = customers.clicksOf(live.get().id());
        Optional<Identified> identified = Optional.empty();
        for (CustomerClick click : known) {
            identified = customers.identify(identity(event, claim, new NamedClick(click, live.get().country(), null)));
        }
        return identified;
    }
}
