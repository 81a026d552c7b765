package org.conversions.stripe.inbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.stripe.inbox.PersonalData;

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
        String id, String stripeEventId, String type, String account, String mode,
        String apiVersion, String objectId, String customerId, String state, String reason,
        String explanation, String waitingFor, JsonNode effects, int deliveries, Instant createdAt,
        Instant receivedAt, Instant settledAt, JsonNode payload) {

    /** Returns the same without names, emails, phones, addresses and links of people in its payload. */
    public StripeEventView masked() {
        return new StripeEventView(id, stripeEventId, type, account, mode, apiVersion, objectId, customerId, state, reason,
                explanation, waitingFor, effects, deliveries, createdAt, receivedAt, settledAt,
                payload == null ? null : PersonalData.masked(payload));
    }
}
