package org.conversions.stripe.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.customer.NamedBy;
import org.conversions.lead.Leads;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.StripeCustomerObject;
import org.conversions.stripe.object.Subscription;
import org.conversions.workspace.StripeSettings;
import org.conversions.workspace.Workspaces;

/**
 * Handles subscriptions that began or changed. While one is a free trial it is a lead, if the workspace wants that, for as many as it
 * has seats; more seats later in the trial add the difference. A scheduled end is no end yet.
 */
@ApplicationScoped
class SubscriptionHandler implements StripeEventHandler {

    @Inject
    CustomerResolver customers;
    @Inject
    Leads leads;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Workspaces workspaces;

    @Override
    public Set<String> types() {
        return Set.of("customer.subscription.created", "customer.subscription.updated",
                "customer.subscription.paused", "customer.subscription.resumed");
    }

    @Override
    public void announce(StripeEvent event) {
        Subscription subscription = Subscription.of(event.object());
        customers.announce(event, customer(subscription));
        subscriptions.announce(event, subscription.id());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Subscription subscription = Subscription.of(event.object());
        if (subscription.customer() == null) {
            return Outcome.ignored(Reason.NO_CUSTOMER);
        }
        StripeSettings settings = workspaces.get(event.workspaceId()).stripe();
        boolean lead = subscription.isTrial() && settings.trackFreeTrials();
        StripeCustomerObject customer = customer(subscription);
        CustomerResolver.Found found = customers.find(event,
                CustomerResolver.Claim.of(customer, customer.id(), NamedBy.STRIPE_CUSTOMER, true));
        subscriptions.reported(event, subscription, subscription.endedAt());
        if (found.customer() == null) {
            return lead || subscription.endedAt() != null || !subscription.tracking().isEmpty()
                    || found.reason() == Reason.CUSTOMER_DELETED
                    ? found.waiting(customer) : Outcome.ignored(Reason.NOT_A_CUSTOMER);
        }
        subscriptions.churn(found.customer().id());
        if (lead) {
            boolean brought = leads.trial(found.customer(), subscription.id(),
                    settings.trackQuantity() ? subscription.seats() : 1,
                    subscription.trialFrom() != null ? subscription.trialFrom() : event.occurredAt());
            return brought ? Outcome.processed("The customer tries subscription " + subscription.id() + " for free")
                    : Outcome.ignored(Reason.CLICKED_LATER).listeningTo(WaitingKey.clicks(found.customer().id()));
        }
        return subscription.isTrial() ? Outcome.ignored(Reason.TRIALS_NOT_TRACKED)
                : Outcome.processed("The subscription is " + subscription.status()
                        + (subscription.cancelAt() == null ? "" : " until " + subscription.cancelAt()));
    }

    private static StripeCustomerObject customer(Subscription subscription) {
        return new StripeCustomerObject(subscription.customer(), null, null, null, subscription.tracking());
    }
}
