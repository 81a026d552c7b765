package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A Stripe event as the merchant sees it.
 *
 * @param reason      a stable code, or null when it simply did what it is for
 * @param explanation a sentence
 * @param effects     a list of what it created or changed
 * @param deliveries  how often Stripe has sent it
 * @param payload     the event as Stripe sent it; null in lists
 */
public record StripeEventView(
        @NotNull String id, @NotNull String stripeEventId, @NotNull String type, String account, String mode,
        String apiVersion, String objectId, String customerId, @NotNull String state, String reason,
        String explanation, String waitingFor, JsonNode effects, int deliveries, Instant createdAt,
        @NotNull Instant receivedAt, Instant settledAt, JsonNode payload) {
}
