package org.conversions.server;

import static org.conversions.server.Api.json;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import java.time.Instant;
import java.util.Map;

/** Live events as Stripe writes them, for tests that need a payment and no story. */
public final class StripePayloads {

    private StripePayloads() {
    }

    /** Describes a checkout that was paid without tax. @param fields beside or instead, names and values by turns */
    public static Map<String, Object> checkout(String session, long amount, Object... fields) {
        Map<String, Object> checkout = object("id", session, "object", "checkout.session", "mode", "payment",
                "payment_status", "paid", "amount_total", amount, "total_details", object("amount_tax", 0),
                "currency", "usd", "payment_intent", unique("pi_"), "metadata", object());
        checkout.putAll(object(fields));
        return checkout;
    }

    /**
     * Puts an object into an event of its own.
     *
     * @param account null for an event of the endpoint's own account
     * @param at      when it happened, by Stripe's clock
     * @return the body that Stripe posts
     */
    public static String of(String type, String account, Map<String, Object> data, Instant at) {
        Map<String, Object> event = object("id", unique("evt_"), "object", "event", "type", type, "livemode", true,
                "api_version", "2025-03-31.basil", "created", at.getEpochSecond(), "data", object("object", data));
        if (account != null) {
            event.put("account", account);
        }
        return json(event);
    }
}
