package org.conversions.web.api.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.conversions.stripe.inbox.view.StripeEventView;
import org.conversions.web.openapi.Required;

/**
 * A Stripe event as the API shows it.
 *
 * @param reason      a stable code, or null when it simply did what it is for
 * @param explanation a sentence
 * @param effects     a list of what it created or changed
 * @param deliveries  how often Stripe has sent it
 * @param payload     the event as Stripe sent it; null in lists
 */
public record InboxEventAnswer(
        @Required String id, @Required String stripeEventId, @Required String type, String account, String mode,
        String apiVersion, String objectId, String customerId, @Required String state, String reason,
        String explanation, String waitingFor, JsonNode effects, int deliveries, Instant createdAt,
        @Required Instant receivedAt, Instant settledAt, JsonNode payload) {

    static InboxEventAnswer of(StripeEventView event) {
        return new InboxEventAnswer(event.id(), event.stripeEventId(), event.type(), event.account(), event.mode(),
                event.apiVersion(), event.objectId(), event.customerId(), event.state(), event.reason(),
                event.explanation(), event.waitingFor(), event.effects(), event.deliveries(), event.createdAt(),
                event.receivedAt(), event.settledAt(), event.payload());
    }
}
