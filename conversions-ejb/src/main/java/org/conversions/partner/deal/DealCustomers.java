package org.conversions.partner.deal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerChanges;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerDetails;
import org.conversions.customer.CustomerField;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/**
 * Makes a customer of the person of a deal, or finds the one who the person is. The customer goes back to a click on the partner's
 * first link that no figure counts, of the time at which the lead was submitted. One whom another partner brought stays that one's.
 */
@Dependent
class DealCustomers {

    @Inject
    private Customers customers;
    @Inject
    private CustomerChanges changes;
    @Inject
    private Links links;

    /**
     * @param externalId       null for none
     * @param stripeCustomerId null for none
     * @throws RequestRefused as {@link LeadDecisions#decide}
     */
    CustomerView bring(SubmittedLead lead, String externalId, String stripeCustomerId, Instant now) {
        CustomerView customer = lead.customerId == null ? identified(lead, externalId, now)
                : customers.byId(lead.workspaceId, lead.customerId.value()).orElseThrow(() ->
                        RequestRefused.conflict("person_erased", "The customer of this lead was erased."));
        customers.lock(customer.id());
        refuseTaken("email", lead, customer.id());
        lead.customerId = customer.id();
        if (externalId != null && !externalId.equals(customer.externalId())) {
            customer = changes.change(lead.workspaceId, customer.id(), Map.of(CustomerField.EXTERNAL_ID, externalId));
        }
        if (stripeCustomerId != null && !stripeCustomerId.equals(customer.stripeCustomerId())) {
            CustomerId own = customer.id();
            customers.byStripeCustomer(lead.workspaceId, lead.mode, stripeCustomerId).filter(other -> !other.id().equals(own))
                    .ifPresent(other -> refuseTaken("stripeCustomerId", lead, other.id()));
            customer = changes.change(lead.workspaceId, own, Map.of(CustomerField.STRIPE_CUSTOMER_ID, stripeCustomerId));
        }
        return customer;
    }

    /** @return the click of a deal whose customer was brought, or a new one */
    CustomerClick clickOf(SubmittedLead lead) {
        return customers.clicksOf(lead.customerId).stream().filter(click -> click.clickId().equals(lead.clickId)).findFirst()
                .orElseThrow(() -> new IllegalStateException(lead.id + " has lost its click"));
    }

    private CustomerView identified(SubmittedLead lead, String externalId, Instant now) {
        lead.clickId = ClickId.next(lead.createdAt);
        CustomerClick click = new CustomerClick(lead.clickId, firstLink(lead), lead.createdAt, now, NamedBy.SUBMITTED);
        // What a partner writes of a person is older than what anybody else says at first hand.
        return customers.identify(new Identity(lead.workspaceId, lead.mode, new Identity.Names(externalId, lead.claimedEmail, null),
                new CustomerDetails(lead.name, lead.email, null, null), new Identity.Origin(click, null), externalId == null, now,
                Credence.REPEATED)).orElseThrow().customer();
    }

    private LinkId firstLink(SubmittedLead lead) {
        return links.list(lead.workspaceId, LinkFilter.ofPartner(lead.partnerId.value()), true, new Page(1, 1, null, null)).stream()
                .findFirst().map(LinkView::id).orElseThrow(() -> RequestRefused.unprocessable("link_missing",
                        "status: the partner has no link that the lead could go back to"));
    }

    /** Refuses a customer who came by a link or a discount code of another partner's, unless only a page has said so. */
    private void refuseTaken(String field, SubmittedLead lead, CustomerId customerId) {
        links.byIds(lead.workspaceId, customers.clicksOf(customerId).stream().filter(click -> click.namedBy() != NamedBy.PAGE)
                        .map(CustomerClick::linkId).distinct().toList())
                .values().stream().map(LinkView::partnerId).filter(Objects::nonNull).filter(other -> !other.equals(lead.partnerId))
                .findFirst().ifPresent(other -> {
                    throw RequestRefused.conflict("customer_taken", field + ": partner " + other + " brought customer " + customerId);
                });
    }
}
