package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.conversions.platform.Json;
import org.conversions.stripe.lane.Lane;
import org.conversions.stripe.object.StripeObject;

/**
 * The part of an event that the inbox reads before it stores it: as little as possible, from the body as it came. Pure.
 *
 * @param accountId        the connected account, or '' for an event of the endpoint's own account
 * @param objectId         the id in {@code data.object}, or null
 * @param occurredAt       Stripe's {@code created}, or null when it is missing or no time
 * @param stripeCustomerId the customer the object names or is, or null
 * @param lane             see {@link Lane}
 */
public record Envelope(String stripeEventId, String type, String accountId, String apiVersion, Instant occurredAt,
                String objectId, String stripeCustomerId, int lane) {

    private static final int TYPE_MAX = 100;
    private static final int SHORT_MAX = 60;

    /** @return empty when the body is not JSON, or JSON that is not an event */
    static Optional<Envelope> read(byte[] body) {
        JsonNode event;
        try {
            event = Json.MAPPER.readTree(body);
        } catch (IOException e) {
            return Optional.empty();
        }
        String id = text(event, "id", StripeObject.ID_MAX);
        String type = text(event, "type", TYPE_MAX);
        if (id == null || type == null) {
            return Optional.empty();
        }
        JsonNode object = event.path("data").path("object");
        JsonNode created = event.path("created");
        String account = text(event, "account", SHORT_MAX);
        String customer = customer(object);
        return Optional.of(new Envelope(id, type, account == null ? "" : account,
                text(event, "api_version", SHORT_MAX),
                StripeObject.isTime(created) ? Instant.ofEpochSecond(created.longValue()) : null,
                text(object, "id", StripeObject.ID_MAX), customer, Lane.of(Lane.key(customer, object, id))));
    }

    /** @return the same of this account: a list of an account's events does not always name it */
    Envelope ofAccount(String account) {
        return new Envelope(stripeEventId, type, account, apiVersion, occurredAt, objectId, stripeCustomerId, lane);
    }

    /** @return the event as JSON, of a body that was stored */
    public static JsonNode tree(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored event cannot be read", e);
        }
    }

    static boolean isThin(JsonNode event) {
        return "v2.core.event".equals(event.path("object").asText());
    }

    static boolean isLive(JsonNode event) {
        return event.path("livemode").asBoolean(false);
    }

    private static String customer(JsonNode object) {
        if ("customer".equals(object.path("object").asText())) {
            return text(object, "id", StripeObject.ID_MAX);
        }
        return StripeObject.customerOf(object);
    }

    /** @return the text of a field; null for one that is longer than any of Stripe's, as it does not fit */
    private static String text(JsonNode node, String field, int max) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.textValue().isBlank() && value.textValue().length() <= max
                ? value.textValue() : null;
    }
}
