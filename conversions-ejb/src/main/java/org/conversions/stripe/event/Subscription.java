package org.conversions.stripe.event;

import java.time.Instant;

/** A subscription (stripe.md 2.6). @param endedAt when it ended, or null while it runs */
public record Subscription(String id, String customer, Instant endedAt) {

    public static Subscription of(StripeObject subscription) {
        Instant ended = subscription.instant("ended_at");
        return new Subscription(subscription.requiredId("id"), subscription.id("customer"),
                ended != null ? ended : subscription.instant("canceled_at"));
    }
}
