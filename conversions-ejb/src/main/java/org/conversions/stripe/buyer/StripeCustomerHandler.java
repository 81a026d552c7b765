package org.conversions.stripe.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.customer.Customers;
import org.conversions.customer.NamedBy;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.StripeCustomerObject;

/** Handles Stripe customers that were made, changed, or asked for, perhaps with an external id and a click id in their metadata. */
@ApplicationScoped
class StripeCustomerHandler implements StripeEventHandler {

    @Inject
    CustomerResolver customerResolver;
    @Inject
    Customers customers;

    @Override
    public Set<String> types() {
        return Set.of("customer.created", "customer.updated", CustomerRetrieved.TYPE);
    }

    @Override
    public void announce(StripeEvent event) {
        customerResolver.announce(event, StripeCustomerObject.of(event.object()));
    }

    @Override
    public Outcome handle(StripeEvent event) {
        StripeCustomerObject customer = StripeCustomerObject.of(event.object());
        boolean known = customers.byStripeCustomer(event.workspaceId(), event.mode(), customer.id()).isPresent();
        if (customer.tracking().isEmpty() && !known && !customerResolver.byEmail(event, customer.email())) {
            // Should the customer become one of ours, this is what is known of the name.
            return Outcome.ignored(Reason.NO_TRACKING_METADATA).listeningTo(WaitingKey.stripeCustomer(customer.id()));
        }
        CustomerResolver.Found found = customerResolver.find(event, CustomerResolver.Claim.of(customer, customer.id(),
                NamedBy.STRIPE_CUSTOMER, false));
        return found.customer() == null
                ? found.waiting(customer)
                : Outcome.processed("Stripe customer " + customer.id() + " is customer " + found.customer().id());
    }
}
