package org.conversions.stripe.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.address.EmailAddress;
import org.conversions.attribution.Attribution;
import org.conversions.click.ClickOrigin;
import org.conversions.click.Clicks;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerDetails;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.lead.Leads;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.TrackingMetadata;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Finds out who the buyer in an event is, and keeps the lead when a click brought somebody new. */
@ApplicationScoped
public class CustomerResolver {

    /** A longer one is none, and nobody has it. */
    private static final int EMAIL_MAX = EmailAddress.LENGTH_MAX;

    /**
     * Who an event says the buyer is.
     *
     * @param placeholder the external id of a buyer that has none yet; null when a buyer without one cannot be made
     * @param by      who names the click, when one is named
     * @param repeated true when the event is not about the customer and only repeats name, email and country
     */
    public record Claim(TrackingMetadata tracking, String stripeCustomer, String placeholder, String name, String email,
                 String country, NamedBy by, boolean repeated) {
    }

    /**
     * @param ownClickId the click that the event names, when it counts
     * @param reason     why the buyer is not known, when {@code customer} is null
     * @param byEmail    whether the email alone would do
     */
    public record Found(CustomerView customer, String ownClickId, Reason reason, boolean byEmail) {

        /** @return what an event about an unknown buyer waits for, by the best it names; ignored when it names none */
        public Outcome waiting(String externalId, String stripeCustomer, String email) {
            if (reason == Reason.CUSTOMER_DELETED) {
                // Should another buyer become known by one of these names, it is that one's.
                return Outcome.ignored(reason).listeningTo(externalId != null ? WaitingKey.externalId(externalId)
                        : WaitingKey.stripeCustomer(stripeCustomer));
            }
            if (byEmail && email != null) {
                return Outcome.waiting(reason, WaitingKey.email(email));
            }
            if (externalId != null) {
                return Outcome.waiting(reason, WaitingKey.externalId(externalId));
            }
            return stripeCustomer != null ? Outcome.waiting(reason, WaitingKey.stripeCustomer(stripeCustomer))
                    : Outcome.ignored(reason);
        }
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

    public Found find(StripeEvent event, Claim claim) {
        boolean byEmail = byEmail(event, claim.email());
        NamedClick named = click(event, claim);
        Identity identity = identity(event, claim, named, byEmail);
        Optional<Identified> identified = customers.identify(identity);
        if (identified.isEmpty() && event.mode() != Mode.LIVE && claim.tracking().externalId() != null) {
            identified = fromAnotherMode(event, claim);
        }
        if (identified.isEmpty()) {
            return new Found(null, null, named.problem() != null ? named.problem()
                    : isDeleted(event, claim) ? Reason.CUSTOMER_DELETED : Reason.CUSTOMER_UNKNOWN, byEmail);
        }
        CustomerView customer = identified.get().customer();
        if (identified.get().created() && named.click() != null) {
            leads.signUp(customer);
        }
        return new Found(customer, named.click() == null ? null : named.click().clickId(), named.problem(), byEmail);
    }

    /** Whether the workspace recognises buyers by their email, and there is one: off until it is turned on. */
    public boolean byEmail(StripeEvent event, String email) {
        return email != null && email.length() <= EMAIL_MAX
                && workspaces.get(event.workspaceId()).stripe().matchByEmail();
    }

    private boolean isDeleted(StripeEvent event, Claim claim) {
        return claim.stripeCustomer() != null && customers.byStripeCustomer(event.workspaceId(), event.mode(),
                claim.stripeCustomer()).filter(CustomerView::deleted).isPresent();
    }

    /** The click must be one of the account's workspace and not too old when the event names it. */
    private NamedClick click(StripeEvent event, Claim claim) {
        String clickId = claim.tracking().clickId();
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
        return new NamedClick(new CustomerClick(click.clickId(), click.linkId(), click.clickedAt(),
                event.occurredAt(), claim.by()), click.country(), null);
    }

    private static Identity identity(StripeEvent event, Claim claim, NamedClick named, boolean byEmail) {
        return new Identity(event.workspaceId(), event.mode(),
                new Identity.Names(claim.tracking().externalId(), claim.placeholder(), claim.stripeCustomer()),
                new CustomerDetails(claim.name(), claim.email(), null, claim.country()),
                new Identity.Origin(named.click(), named.country()), byEmail, event.occurredAt(),
                claim.repeated() ? Credence.REPEATED : Credence.FIRST_HAND);
    }

    /**
     * A merchant who tries things out at Stripe may have told the lead with another key: a test key, where Stripe's
     * world is a sandbox, or a live one. The buyer is then made in Stripe's world by the same clicks; nothing of the
     * other world changes.
     */
    private Optional<Identified> fromAnotherMode(StripeEvent event, Claim claim) {
        Optional<CustomerView> other = Stream.of(Mode.TEST, Mode.LIVE).filter(mode -> mode != event.mode())
                .flatMap(mode -> customers.byExternalId(event.workspaceId(), mode, claim.tracking().externalId()).stream())
                .filter(customer -> !customer.clickless()).findFirst();
        if (other.isEmpty()) {
            return Optional.empty();
        }
        List<CustomerClick> known = customers.clicksOf(other.get().id());
        Optional<Identified> identified = Optional.empty();
        for (CustomerClick click : known) {
            identified = customers.identify(identity(event, claim, new NamedClick(click, other.get().country(), null),
                    false));
        }
        return identified;
    }
}
