package org.conversions.stripe.inbox;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.conversions.platform.queue.Queues;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.MalformedObject;
import org.conversions.workspace.Feature;
import org.conversions.workspace.Plan;
import org.conversions.workspace.Plans;

/**
 * Finds the handler of an event by its type, if the plan of the workspace includes what it does, and the queue of those types
 * that go over one.
 */
@ApplicationScoped
class Dispatcher {

    /** The queues of refunds, disputes and ends of subscriptions, by type. */
    private static final Map<String, String> QUEUES = Map.ofEntries(
            Map.entry("charge.refunded", Queues.REFUNDS),
            Map.entry("refund.created", Queues.REFUNDS),
            Map.entry("refund.updated", Queues.REFUNDS),
            Map.entry("refund.failed", Queues.REFUNDS),
            Map.entry("charge.refund.updated", Queues.REFUNDS),
            Map.entry("credit_note.created", Queues.REFUNDS),
            Map.entry("charge.dispute.created", Queues.REFUNDS),
            Map.entry("charge.dispute.updated", Queues.REFUNDS),
            Map.entry("charge.dispute.closed", Queues.REFUNDS),
            Map.entry("charge.dispute.funds_withdrawn", Queues.REFUNDS),
            Map.entry("charge.dispute.funds_reinstated", Queues.REFUNDS),
            Map.entry("customer.subscription.deleted", Queues.CHURN));

    @Inject
    @Any
    Instance<StripeEventHandler> found;
    @Inject
    Plans plans;
    private final Map<String, StripeEventHandler> handlers = new HashMap<>();

    @PostConstruct
    void index() {
        for (StripeEventHandler handler : found) {
            handler.types().forEach(type -> handlers.put(type, handler));
        }
    }

    /** @return the queue that events of a type go over, or null */
    String queueOf(String type) {
        return QUEUES.get(type);
    }

    /** @return what may come later and give the event more to do, as far as it names it; or null */
    String listensFor(StripeEvent event) {
        StripeEventHandler handler = handlers.get(event.type());
        try {
            return handler == null ? null : handler.listensFor(event);
        } catch (MalformedObject e) {
            return null; // which its outcome says when it is handled
        }
    }

    /** Has what an event of a batch will need read together with what the others need. */
    void announce(StripeEvent event) {
        StripeEventHandler handler = handlers.get(event.type());
        if (handler != null) {
            try {
                handler.announce(event);
            } catch (MalformedObject e) {
                return; // which its outcome says when it is handled
            }
        }
    }

    Outcome handle(StripeEvent event) {
        StripeEventHandler handler = handlers.get(event.type());
        if (handler == null) {
            return Outcome.ignored(Reason.UNSUPPORTED_TYPE);
        }
        Plan plan = plans.of(event.workspaceId()).plan();
        if (!plan.includes(Feature.STRIPE_INTEGRATION) && !handler.isOnEveryPlan()) {
            return Outcome.ignored(Reason.PLAN_TOO_LOW, "it is " + plan.text() + " and must be "
                    + Feature.STRIPE_INTEGRATION.smallest().text() + " or above; the event can be replayed then");
        }
        try {
            return handler.handle(event);
        } catch (MalformedObject e) {
            return Outcome.ignored(Reason.MALFORMED_OBJECT, e.getMessage());
        }
    }
}
