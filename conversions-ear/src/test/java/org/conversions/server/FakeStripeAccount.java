package org.conversions.server;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.FakeStripe.Request;

/**
 * The part of a {@link FakeStripe} that changes: webhook endpoints that are made and deleted, events that are listed, and
 * codes of its OAuth. There is one account behind all keys, as far as these go.
 */
public final class FakeStripeAccount {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDPOINTS = "/v1/webhook_endpoints";
    private static final Set<String> READABLE = Set.of("/v1/customers", "/v1/invoices", "/v1/charges", "/v1/payment_intents",
            "/v1/subscriptions", "/v1/disputes");

    private final Map<String, Map<String, Object>> endpoints = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Object>> payees = new ConcurrentHashMap<>();
    /** By the keys by which they were asked for. */
    private final Map<String, Map<String, Object>> transfers = new ConcurrentHashMap<>();
    private volatile String refusal;
    private volatile boolean silent;
    private final AtomicInteger made = new AtomicInteger();
    private final FakePromotions promotions = new FakePromotions();

    /** An answer to a request. */
    record Reply(int status, Object json) {
    }

    /** Makes an endpoint as somebody else might have. @return its id */
    public String endpoint(String url, Instant created, Map<String, String> metadata) {
        String id = "we_" + made.incrementAndGet();
        endpoints.put(id, object("id", id, "object", "webhook_endpoint", "url", url, "created", created.getEpochSecond(),
                "metadata", metadata));
        return id;
    }

    /** The endpoints that there are, by id. */
    public Map<String, Map<String, Object>> endpoints() {
        return endpoints;
    }

    /** Adds an event to the end of the list. */
    public void happened(String json) {
        try {
            events.add(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    public void forget() {
        events.clear();
    }

    /** Makes a code that may be exchanged once. */
    public void code(String code, String account, boolean live) {
        codes.put(code, object("stripe_user_id", account, "livemode", live, "scope", "read_only", "access_token", "sk_unused"));
    }

    /** The transfers that were made, in no order. */
    public List<Map<String, Object>> transfers() {
        return List.copyOf(transfers.values());
    }

    /** A partner proves who it is, in the account that was made for it. */
    public void onboards(String account) {
        payees.get(account).put("details_submitted", true);
        payees.get(account).put("capabilities", object("transfers", "active"));
        payees.get(account).put("requirements", object("currently_due", List.of()));
    }

    /** Refuses transfers for a reason, as Stripe's code has it, until it is null. */
    public void refusesTransfers(String code) {
        refusal = code;
    }

    /** Makes transfers and answers as if it had broken, until it is false. */
    public void breaksAfterTransfers(boolean breaks) {
        silent = breaks;
    }

    /** Refuses a path to a key, as to one that was not given the right. @param key as it is sent */
    public void refuse(String key, String path) {
        refused.add("Bearer " + key + " " + path);
    }

    /** The codes that buyers can use, or could, by id. */
    public FakePromotions promotions() {
        return promotions;
    }

    /** @return null for what it knows nothing of */
    Reply reply(Request request, int pageSize) {
        String path = request.path();
        Reply promotion = promotions.reply(request);
        if (promotion != null) {
            return promotion;
        }
        if (refused.contains(request.header("authorization") + " " + request.method() + " " + path)) {
            return error(403, "more_permissions_required", "The provided key does not have the required permissions");
        } else if (path.equals("/oauth/token")) {
            Map<String, Object> token = codes.remove(request.form().get("code"));
            return token != null ? new Reply(200, token) : new Reply(400, object("error", "invalid_grant", "error_description",
                    "Authorization code does not exist"));
        } else if (path.equals("/oauth/deauthorize")) {
            return new Reply(200, object("stripe_user_id", request.form().get("stripe_user_id")));
        } else if (path.equals(ENDPOINTS)) {
            return request.method().equals("POST") ? create(request) : new Reply(200, list(new ArrayList<>(endpoints.values()), false));
        } else if (path.startsWith(ENDPOINTS + "/") && request.method().equals("DELETE")) {
            return endpoints.remove(path.substring(ENDPOINTS.length() + 1)) != null ? new Reply(200, object("deleted", true))
                    : error(404, "resource_missing", "No such webhook endpoint");
        } else if (path.equals("/v1/accounts") && request.method().equals("POST")) {
            return payee(request);
        } else if (path.startsWith("/v1/accounts/")) {
            Map<String, Object> payee = payees.get(path.substring("/v1/accounts/".length()));
            return payee != null ? new Reply(200, payee) : error(404, "resource_missing", "No such account");
        } else if (path.equals("/v1/account_links")) {
            return new Reply(200, object("object", "account_link", "url", "https://connect.stripe.com/setup/e/"
                    + request.form().get("account") + "/" + made.incrementAndGet()));
        } else if (path.equals("/v1/transfers")) {
            return request.method().equals("POST") ? transfer(request) : new Reply(200, list(transfers.values().stream()
                    .filter(transfer -> transfer.get("transfer_group").equals(request.query().get("transfer_group"))).toList(), false));
        } else if (path.equals("/v1/events")) {
            return events(request, Math.min(pageSize, Integer.parseInt(request.query().get("limit"))));
        }
        return READABLE.contains(path) || path.equals("/v1/checkout/sessions") && !request.query().containsKey("payment_intent")
                ? new Reply(200, list(List.of(), false)) : null;
    }

    private Reply payee(Request request) {
        String id = "acct_" + request.form().get("metadata[partner]");
        return new Reply(200, payees.computeIfAbsent(id, none -> object("id", id, "object", "account", "type", "express",
                "details_submitted", false, "capabilities", object("transfers", "inactive"), "requirements",
                object("currently_due", List.of("individual.dob.day")))));
    }

    /** Stripe repeats what it answered to a key. */
    private Reply transfer(Request request) {
        Map<String, Object> known = transfers.get(request.header("idempotency-key"));
        if (known == null && refusal != null) {
            return error(400, refusal, "You have insufficient available funds, or another problem.");
        }
        Map<String, Object> transfer = known != null ? known : object("id", "tr_" + made.incrementAndGet(), "object", "transfer", "amount",
                Long.parseLong(request.form().get("amount")), "currency", request.form().get("currency"), "destination",
                request.form().get("destination"), "transfer_group", request.form().get("transfer_group"));
        transfers.put(request.header("idempotency-key"), transfer);
        return silent ? new Reply(500, object("error", object("type", "api_error", "message", "Broken"))) : new Reply(200, transfer);
    }

    private Reply create(Request request) {
        if (!request.form().containsKey("url")) {
            return error(400, "parameter_missing", "Missing required param: url.");
        }
        Map<String, Object> metadata = object();
        request.form().forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        String id = "we_" + made.incrementAndGet();
        Map<String, Object> endpoint = object("id", id, "object", "webhook_endpoint", "url", request.form().get("url"),
                "created", Instant.now().getEpochSecond(), "metadata", metadata);
        endpoints.put(id, endpoint);
        Map<String, Object> answer = object("secret", "whsec_of_an_endpoint_" + id);
        answer.putAll(endpoint);
        return new Reply(200, answer);
    }

    /** The newest first, from the one that is named, which is not in the page. */
    private Reply events(Request request, int limit) {
        long from = Long.parseLong(request.query().getOrDefault("created[gte]", "0"));
        long to = Long.parseLong(request.query().getOrDefault("created[lte]", "9999999999"));
        List<JsonNode> all = new ArrayList<>(events.stream().filter(event -> event.path("created").asLong() >= from
                && event.path("created").asLong() <= to).toList());
        Collections.reverse(all);
        String after = request.query().get("starting_after");
        String before = request.query().get("ending_before");
        int cursor = -1;
        if (after != null || before != null) {
            List<String> ids = all.stream().map(event -> event.path("id").asText()).toList();
            cursor = ids.indexOf(after != null ? after : before);
            if (cursor < 0) {
                return error(404, "resource_missing", "No such event");
            }
        }
        int begin = before != null ? Math.max(0, cursor - limit) : cursor + 1;
        int end = before != null ? cursor : Math.min(all.size(), begin + limit);
        return new Reply(200, list(all.subList(begin, end), before != null ? begin > 0 : end < all.size()));
    }

    static Map<String, Object> list(List<?> data, boolean more) {
        return object("object", "list", "has_more", more, "data", data);
    }

    static Reply error(int status, String code, String message) {
        return new Reply(status, object("error", object("type", "invalid_request_error", "code", code, "message", message)));
    }
}
