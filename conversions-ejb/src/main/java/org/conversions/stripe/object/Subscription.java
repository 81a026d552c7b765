package org.conversions.stripe.object;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A subscription.
 *
 * @param status    Stripe's word, or null in events that do not report it
 * @param seats     how many it is for over all items; metered items have no quantity; at least 1
 * @param trialFrom when its free trial began, or null
 * @param cancelAt  when it is scheduled to end, or null
 * @param endedAt   when it ended, or null while it runs
 * @param canceledAt when it was canceled, which may be before it ends; or null
 */
public record Subscription(String id, String customer, String status, int seats, Instant trialFrom, Instant cancelAt,
                           Instant endedAt, Instant canceledAt, TrackingMetadata tracking) {

    private static final int SEATS_MAX = 1_000_000;
    private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

    public static Subscription of(StripeObject subscription) {
        Instant ended = subscription.instant("ended_at");
        Instant canceled = subscription.instant("canceled_at");
        String status = subscription.word("status");
        boolean over = status != null && OVER.contains(status);
        return new Subscription(subscription.requiredId("id"), subscription.customer(), status,
                seats(subscription), subscription.instant("trial_start"), subscription.instant("cancel_at"),
                ended != null || !over ? ended : canceled, canceled,
                TrackingMetadata.of(subscription, "metadata"));
    }

    public boolean isTrial() {
        return "trialing".equals(status);
    }

    /** Counts the seats. Before 2018 the quantity stood on the subscription alone. */
    private static int seats(StripeObject subscription) {
        List<Long> quantities = subscription.elements("items").stream()
                .map(item -> item.optionalAmount("quantity").orElse(null)).filter(Objects::nonNull).toList();
        long seats = quantities.isEmpty() ? subscription.optionalAmount("quantity").orElse(1L)
                : quantities.stream().mapToLong(Long::longValue).sum();
        return (int) Math.max(1, Math.min(SEATS_MAX, seats));
    }
}
