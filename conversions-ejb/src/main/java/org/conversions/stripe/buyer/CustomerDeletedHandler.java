package org.conversions.stripe.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.customer.Customers;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/** Handles deleted Stripe customers. The customer and the sales stay; ends of subscriptions are reported by themselves. */
@ApplicationScoped
class CustomerDeletedHandler implements StripeEventHandler {

    @Inject
    Customers customers;

    @Override
    public Set<String> types() {
        return Set.of("customer.deleted");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        String customer = event.object().requiredId("id");
        return customers.deletedAtStripe(event.workspaceId(), event.mode(), customer, event.occurredAt())
                ? Outcome.processed("The customer was deleted at Stripe; what was bought stays")
                : Outcome.ignored(Reason.NOT_A_CUSTOMER);
    }
}
