package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.conversion.LeadSource;
import org.conversions.customer.Customers;

/** A Stripe customer was made or changed, perhaps with an external id and a click id in its metadata. */
@ApplicationScoped
class StripeCustomerHandler implements StripeEventHandler {

    @Inject
    Buyers buyers;
    @Inject
    Customers customers;

    @Override
    public Set<String> types() {
        return Set.of("customer.created", "customer.updated");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        BuyerAtStripe customer = BuyerAtStripe.of(event.object());
        boolean known = customers.byStripeCustomer(event.connectionId(), customer.id()).isPresent();
        if (customer.tracking().isEmpty() && !known) {
            return Outcome.ignored(Reason.NO_TRACKING_METADATA);
        }
        Buyers.Found buyer = buyers.find(event, new Buyers.Claim(customer.tracking(), customer.id(), customer.id(),
                customer.name(), customer.email(), customer.country()), LeadSource.STRIPE_CUSTOMER);
        if (buyer.customer() != null) {
            return Outcome.processed("Stripe customer " + customer.id() + " is customer " + buyer.customer().id());
        }
        return Outcome.waiting(buyer.reason(), customer.tracking().externalId() != null
                ? WaitingKey.externalId(customer.tracking().externalId())
                : WaitingKey.stripeCustomer(customer.id()));
    }
}
