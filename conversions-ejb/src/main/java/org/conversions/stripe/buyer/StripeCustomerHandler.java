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

/** A Stripe customer was made, changed, or asked for, perhaps with an external id and a click id in its metadata. */
@ApplicationScoped
class StripeCustomerHandler implements StripeEventHandler {

    @Inject
    CustomerResolver buyers;
    @Inject
    Customers customers;

    @Override
    public Set<String> types() {
        return Set.of("customer.created", "customer.updated", CustomerRetrieved.TYPE);
    }

    @Override
    public Outcome handle(StripeEvent event) {
        StripeCustomerObject customer = StripeCustomerObject.of(event.object());
        boolean known = customers.byStripeCustomer(event.workspaceId(), event.mode(), customer.id()).isPresent();
        if (customer.tracking().isEmpty() && !known && !buyers.byEmail(event, customer.email())) {
            // Should the customer become one of ours, this is what is known of the name.
            return Outcome.ignored(Reason.NO_TRACKING_METADATA).listeningTo(WaitingKey.stripeCustomer(customer.id()));
        }
        CustomerResolver.Found buyer = buyers.find(event, new CustomerResolver.Claim(customer.tracking(), customer.id(), customer.id(),
                customer.name(), customer.email(), customer.country(), NamedBy.STRIPE_CUSTOMER, false));
        return buyer.customer() == null
                ? buyer.waiting(customer.tracking().externalId(), customer.id(), customer.email())
                : Outcome.processed("Stripe customer " + customer.id() + " is customer " + buyer.customer().id());
    }
}
