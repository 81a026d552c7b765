package org.conversions.stripe.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.address.EmailAddress;
import org.conversions.attribution.NamedClicks;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerDetails;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.lead.Leads;
import org.conversions.platform.id.ClickId;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.StripeCustomerObject;
import org.conversions.stripe.object.TrackingMetadata;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Finds the customer that a Stripe event is about, and records the lead when a click brought a new one. */
@ApplicationScoped
public class CustomerResolver {

    /** The longest email; a longer one is none. */
    private static final int EMAIL_MAX = EmailAddress.LENGTH_MAX;

    /**
     * The customer as an event describes it.
     *
     * @param placeholder the external id of a customer that has none yet; null when a customer without one cannot be made
     * @param by      who names the click, when one is named
     * @param code    the discount code that stands for a click where none is named; or null
     * @param repeated true when the event is not about the customer and only repeats name, email and country
     */
    public record Claim(TrackingMetadata tracking, String stripeCustomer, String placeholder, String name, String email,
                 String country, NamedBy by, CustomerClick code, boolean repeated) {

        public static Claim of(StripeCustomerObject customer, String placeholder, NamedBy by, boolean repeated) {
            return new Claim(customer.tracking(), customer.id(), placeholder, customer.name(), customer.email(),
                    customer.country(), by, null, repeated);
        }

        /** @param used the discount code that stands for a click; null for none */
        public Claim with(CustomerClick used) {
            return new Claim(tracking, stripeCustomer, placeholder, name, email, country, by, used, repeated);
        }
    }

    /**
     * The customer, or why there is none.
     *
     * @param ownClickId the click that the event names, when it counts
     * @param reason     why the customer is not known, when {@code customer} is null
     * @param byEmail    whether the email alone would do
     */
    public record Found(CustomerView customer, ClickId ownClickId, Reason reason, boolean byEmail) {

        /** @return what an event about an unknown customer waits for, by the best it names; ignored when it names none */
        public Outcome waiting(StripeCustomerObject unknown) {
            String externalId = unknown.tracking().externalId();
            if (reason == Reason.CUSTOMER_DELETED) {
                // Should another customer become known by one of these names, it is that one's.
                return Outcome.ignored(reason).listeningTo(externalId != null ? WaitingKey.externalId(externalId)
                        : WaitingKey.stripeCustomer(unknown.id()));
            }
            if (byEmail && unknown.email() != null) {
                return Outcome.waiting(reason, WaitingKey.email(unknown.email()));
            }
            if (externalId != null) {
                return Outcome.waiting(reason, WaitingKey.externalId(externalId));
            }
            return unknown.id() != null ? Outcome.waiting(reason, WaitingKey.stripeCustomer(unknown.id()))
                    : Outcome.ignored(reason);
        }
    }

    /** The click that an event names. @param problem why it does not count, or null */
    private record NamedClick(CustomerClick click, String country, Reason problem) {
        static final NamedClick NONE = new NamedClick(null, null, null);
    }

    @Inject
    NamedClicks clicks;
    @Inject
    Customers customers;
    @Inject
    Leads leads;
    @Inject
    Workspaces workspaces;

    /** Says that the customer of an event may be asked for soon, and the click that it names. */
    public void announce(StripeEvent event, StripeCustomerObject customer) {
        customers.announce(event.workspaceId(), event.mode(), Collections.singletonList(customer.id()),
                Arrays.asList(customer.tracking().externalId(), customer.id()));
        clicks.announce(Collections.singletonList(customer.tracking().clickId()));
    }

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
        if (identified.get().created() && identity.origin().click() != null) {
            leads.signUp(customer);
        }
        return new Found(customer, named.click() == null ? null : named.click().clickId(), named.problem(), byEmail);
    }

    /** @return whether the workspace recognises customers by their email, which is off until it is turned on, and there is one */
    public boolean byEmail(StripeEvent event, String email) {
        return email != null && email.length() <= EMAIL_MAX
                && workspaces.get(event.workspaceId()).stripe().matchByEmail();
    }

    private boolean isDeleted(StripeEvent event, Claim claim) {
        return claim.stripeCustomer() != null && customers.byStripeCustomer(event.workspaceId(), event.mode(),
                claim.stripeCustomer()).filter(CustomerView::deleted).isPresent();
    }

    private NamedClick click(StripeEvent event, Claim claim) {
        String clickId = claim.tracking().clickId();
        if (clickId == null) {
            return NamedClick.NONE;
        }
        NamedClicks.Judged judged = clicks.judge(event.workspaceId(), clickId, event.occurredAt(), claim.by());
        if (judged.problem() == null) {
            return new NamedClick(judged.origin().click(), judged.origin().country(), null);
        }
        return new NamedClick(null, null, switch (judged.problem()) {
            case UNKNOWN -> Reason.CLICK_UNKNOWN;
            case OF_ANOTHER_WORKSPACE -> Reason.CLICK_OF_ANOTHER_WORKSPACE;
            case TOO_OLD -> Reason.ATTRIBUTION_WINDOW_EXPIRED;
        });
    }

    private static Identity identity(StripeEvent event, Claim claim, NamedClick named, boolean byEmail) {
        return new Identity(event.workspaceId(), event.mode(),
                new Identity.Names(claim.tracking().externalId(), claim.placeholder(), claim.stripeCustomer()),
                new CustomerDetails(claim.name(), claim.email(), null, claim.country()),
                named.click() != null || claim.code() == null ? new Identity.Origin(named.click(), named.country())
                        : new Identity.Origin(claim.code(), claim.country()), byEmail, event.occurredAt(),
                claim.repeated() ? Credence.REPEATED : Credence.FIRST_HAND);
    }

    /**
     * Makes a customer by the clicks of another mode. A merchant who tries things out at Stripe may have reported the lead with
     * another key: a test key, where Stripe's mode is a sandbox, or a live one. Nothing of the other mode changes.
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
