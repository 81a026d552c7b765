package org.conversions.stripe.event;

import java.util.Set;

/** Handles some types of Stripe events, inside the transaction that also stores the outcome. */
public interface StripeEventHandler {

    /** @return the event types, as Stripe writes them */
    Set<String> types();

    /**
     * Names what may come later and give an event more to do, as far as the event itself names it. An event of a queue listens
     * for it from before it is worked off, so that nothing that comes meanwhile is missed.
     *
     * @return see {@link WaitingKey}; null for nothing
     * @throws MalformedObject when the object is not as Stripe describes it
     */
    default String listensFor(StripeEvent event) {
        return null;
    }

    /**
     * Tells whether a workspace gets the events on every plan. Those of a handler that says no are ignored while the plan does
     * not include the Stripe integration.
     */
    default boolean isOnEveryPlan() {
        return false;
    }

    /**
     * Says what will be asked for to handle an event, before any of its batch is handled: it is read together then. Nothing is
     * asked or written yet.
     *
     * @throws MalformedObject when the object is not as Stripe describes it
     */
    default void announce(StripeEvent event) {
    }

    /** @throws MalformedObject when the object is not as Stripe describes it */
    Outcome handle(StripeEvent event);
}
