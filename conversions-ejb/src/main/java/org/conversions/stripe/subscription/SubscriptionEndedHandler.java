package org.conversions.stripe.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.Subscription;

/** Handles ends of subscriptions. The customer is lost when it was the last one. */
@ApplicationScoped
class SubscriptionEndedHandler implements StripeEventHandler {

    @Inject
    Customers customers;
    @Inject
    Subscriptions subscriptions;

    @Override
    public Set<String> types() {
        return Set.of("customer.subscription.deleted");
    }

    @Override
    public String listensFor(StripeEvent event) {
        String customer = Subscription.of(event.object()).customer();
        return customer == null ? null : WaitingKey.stripeCustomer(customer);
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Subscription subscription = Subscription.of(event.object());
        if (subscription.customer() == null) {
            return Outcome.ignored(Reason.NO_CUSTOMER);
        }
        Instant endedAt = Stream.of(Optional.ofNullable(subscription.endedAt()),
                        Optional.ofNullable(subscription.canceledAt()), Optional.of(event.occurredAt()))
                .flatMap(Optional::stream).findFirst().orElseThrow();
        Optional<CustomerView> customer = customers.byStripeCustomer(event.workspaceId(), event.mode(),
                subscription.customer());
        // The customer before the subscription, as payments do it: neither waits for the other in a circle.
        customer.ifPresent(known -> customers.lock(known.id()));
        subscriptions.reported(event, subscription, endedAt);
        if (customer.isEmpty()) {
            return Outcome.waiting(Reason.CUSTOMER_UNKNOWN, WaitingKey.stripeCustomer(subscription.customer()));
        }
        // A purchase may be committing right now that this end does not see, nor the purchase the end.
        return (subscriptions.churn(customer.get().id()) == null
                ? Outcome.processed("The customer has another subscription or bought again since")
                : Outcome.processed("The customer's last subscription ended"))
                .listeningTo(WaitingKey.stripeCustomer(subscription.customer()));
    }
}
