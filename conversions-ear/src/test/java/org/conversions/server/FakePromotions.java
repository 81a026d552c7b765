package org.conversions.server;

import static org.conversions.server.Api.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.FakeStripe.Request;
import org.conversions.server.FakeStripeAccount.Reply;

/**
 * The promotion codes of a {@link FakeStripe}, and purchases with their discounts: a text is of one active code, in whatever case, and
 * a request that comes again with its idempotency key makes nothing new.
 */
public final class FakePromotions {

    private static final String CODES = "/v1/promotion_codes";

    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();
    private final Map<String, Reply> answered = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> purchases = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /** The codes that there are, by id. */
    public Map<String, Map<String, Object>> codes() {
        return codes;
    }

    /** Makes a code as somebody else might have. @return its id */
    public String code(String text, String coupon, Map<String, String> metadata) {
        String id = "promo_" + System.nanoTime() + made.incrementAndGet();
        codes.put(id, object("id", id, "object", "promotion_code", "code", text, "active", true, "metadata", metadata, "promotion",
                object("type", "coupon", "coupon", coupon)));
        return id;
    }

    /** Makes a purchase known with all that is in it. */
    public void purchase(String path, Map<String, Object> purchase) {
        purchases.put(path, purchase);
    }

    /** @return null for what it knows nothing of */
    Reply reply(Request request) {
        String path = request.path();
        if (purchases.containsKey(path)) {
            return new Reply(200, purchases.get(path));
        } else if (path.equals(CODES)) {
            return request.method().equals("POST") ? create(request) : new Reply(200, FakeStripeAccount.list(active(
                    request.query().get("code")), false));
        } else if (path.startsWith(CODES + "/")) {
            Map<String, Object> code = codes.get(path.substring(CODES.length() + 1));
            if (code == null) {
                return FakeStripeAccount.error(404, "resource_missing", "No such promotion code");
            }
            if ("false".equals(request.form().get("active"))) {
                code.put("active", false);
            }
            return new Reply(200, code);
        }
        return path.startsWith("/v1/invoices/") || path.startsWith("/v1/checkout/sessions/")
                ? FakeStripeAccount.error(404, "resource_missing", "No such purchase") : null;
    }

    private List<Map<String, Object>> active(String text) {
        return new ArrayList<>(codes.values().stream().filter(code -> (boolean) code.get("active")
                && ((String) code.get("code")).equalsIgnoreCase(text)).toList());
    }

    private Reply create(Request request) {
        String key = request.header("idempotency-key");
        if (key == null) {
            return FakeStripeAccount.error(400, "parameter_missing", "This test wants an idempotency key.");
        }
        return answered.computeIfAbsent(key, first -> {
            String text = request.form().get("code");
            if (!active(text).isEmpty()) {
                return FakeStripeAccount.error(400, null, "An active promotion code with `code: " + text + "` already exists.");
            } else if (!"true".equals(request.form().get("restrictions[first_time_transaction]"))) {
                return FakeStripeAccount.error(400, null, "This test wants a code for first purchases.");
            } else if (request.form().getOrDefault("promotion[coupon]", "").startsWith("unknown")) {
                return FakeStripeAccount.error(400, "resource_missing", "No such coupon");
            }
            Map<String, String> metadata = new HashMap<>();
            request.form().forEach((name, value) -> {
                if (name.startsWith("metadata[")) {
                    metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
                }
            });
            return new Reply(200, codes.get(code(text, request.form().get("promotion[coupon]"), metadata)));
        });
    }
}
