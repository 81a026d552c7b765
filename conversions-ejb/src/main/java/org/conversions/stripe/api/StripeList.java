package org.conversions.stripe.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.conversions.platform.Json;
import org.conversions.stripe.api.StripeAnswer.PaidInvoice;
import org.conversions.stripe.api.StripeAnswer.PaidSession;
import org.conversions.stripe.object.StripeObject;

/** Stripe's lists as raw JSON, read by what is present: the library's models drop what their own version lacks. */
final class StripeList {

    private StripeList() {
    }

    /** @throws UnreadableAnswer when it is no list */
    static JsonNode parsed(String body) {
        JsonNode list = json(body);
        if (!list.path("data").isArray()) {
            throw new UnreadableAnswer("it answered something that is no list", null);
        }
        return list;
    }

    /** @throws UnreadableAnswer when it is none */
    static JsonNode json(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UnreadableAnswer("it answered something that is no JSON", e);
        }
    }

    /** @return the objects of a page, in Stripe's order */
    static List<JsonNode> objects(JsonNode page) {
        List<JsonNode> objects = new ArrayList<>();
        page.path("data").forEach(objects::add);
        return objects;
    }

    /** The objects of several pages of one list. */
    static final class Reading {

        private final List<JsonNode> objects = new ArrayList<>();

        /** @return the id after which the next page begins, or null when this was the last */
        String add(JsonNode page) {
            page.path("data").forEach(objects::add);
            return page.path("has_more").asBoolean() && !page.path("data").isEmpty()
                    ? StripeObject.idOf(objects.get(objects.size() - 1).path("id")) : null;
        }

        boolean isEmpty() {
            return objects.isEmpty();
        }

        /** @return those that were paid, not those that are open or were canceled */
        List<PaidInvoice> paidInvoices() {
            return objects.stream().filter(object -> "paid".equals(object.path("status").asText("paid")))
                    .filter(object -> StripeObject.idOf(object.path("invoice")) != null)
                    .map(object -> new PaidInvoice(StripeObject.idOf(object.path("invoice")), amount(object.path("amount_paid")),
                            currency(object.path("currency"))))
                    .distinct().toList();
        }

        List<PaidSession> paidSessions() {
            return objects.stream().filter(object -> StripeObject.idOf(object.path("id")) != null)
                    .map(object -> new PaidSession(StripeObject.idOf(object.path("id")), StripeObject.idOf(object.path("invoice"))))
                    .distinct().toList();
        }
    }

    private static Long amount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 ? node.longValue() : null;
    }

    private static String currency(JsonNode node) {
        return Objects.requireNonNullElse(node.textValue(), "").matches("[A-Za-z]{3}")
                ? node.textValue().toLowerCase(Locale.ROOT) : null;
    }
}
