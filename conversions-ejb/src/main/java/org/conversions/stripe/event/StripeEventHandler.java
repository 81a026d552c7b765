package org.conversions.stripe.event;

import java.util.Set;

/** Knows what some types of events mean. Called inside the transaction that also stores the outcome. */
public interface StripeEventHandler {

    /** @return the event types, as Stripe writes them */
    Set<String> types();

    /** @throws MalformedObject when the object is not as Stripe describes it */
    Outcome handle(StripeEvent event);
}
