package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripePayloads;
import org.conversions.server.TestWorkspace;

/** The merchant of a test class on the shared server, and what most stories begin with. */
public final class Merchant {

    private static final Pattern CLICK_ID = Pattern.compile("dub_id[=_]([0-9A-Za-z]{16})");

    private final ConversionsServer server = ConversionsServer.shared();
    private final TestWorkspace workspace;
    private final Api api;
    private final Visitor visitor = new Visitor();

    private Merchant(TestWorkspace workspace) {
        this.workspace = workspace;
        this.api = server.api(workspace.apiKey());
    }

    public static Merchant of(Class<?> test) {
        return new Merchant(TestWorkspace.of(test));
    }

    /** The merchant of a workspace, and of the account that it names. */
    public static Merchant of(TestWorkspace workspace) {
        return new Merchant(workspace);
    }

    public TestWorkspace workspace() {
        return workspace;
    }

    public Api api() {
        return api;
    }

    /** A word that no other test uses. */
    public static String unique(String word) {
        return word + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36);
    }

    /** @throws AssertionError when the answer has another status */
    public static JsonNode expect(int status, Answer answer) {
        return answer.expect(status);
    }

    /** A new link to the shop that tracks conversions, with these fields beside or instead. */
    public JsonNode link(Object... fields) {
        Map<String, Object> body = object("url", "https://shop.example/", "trackConversion", true);
        body.putAll(object(fields));
        return expect(200, api.post("/api/links", body));
    }

    /** The link with its figures as they are now. */
    public JsonNode read(JsonNode link) {
        return expect(200, api.get("/api/links/" + link.path("id").asText()));
    }

    /** @return the id of a new click on the link */
    public String click(JsonNode link) {
        String location = visitor.isSentTo("/" + link.path("key").asText());
        Matcher matcher = CLICK_ID.matcher(location);
        if (!matcher.find()) {
            throw new AssertionError("No click id in " + location);
        }
        return matcher.group(1);
    }

    /** @param fields beside click id, customer and the event name Sign up, or instead */
    public Answer lead(String clickId, String customerExternalId, Object... fields) {
        Map<String, Object> body = object("clickId", clickId, "customerExternalId", customerExternalId,
                "eventName", "Sign up");
        body.putAll(object(fields));
        return api.post("/api/track/lead", body);
    }

    /** A customer who comes by this click and pays by a payment link; processed when this returns. */
    public String pays(String clickId, String stripeCustomer, long amount) {
        String session = unique("cs_");
        expect(200, stripeSends("checkout.session.completed", StripePayloads.checkout(session, amount,
                "customer", stripeCustomer, "client_reference_id", "dub_id_" + clickId,
                "customer_details", object("email", stripeCustomer + "@buyers.example", "name", "Bea Buyer"))));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + session).json().path(0).path("state").asText()));
        return session;
    }

    /** A live event of the merchant's account, signed as Stripe signs it. */
    public Answer stripeSends(String type, Map<String, Object> data) {
        return stripeSends(type, data, Instant.now());
    }

    /** @param at when it happened, by Stripe's clock */
    public Answer stripeSends(String type, Map<String, Object> data, Instant at) {
        return server.api(null).postStripeEvent("/api/stripe/integration/webhook",
                StripePayloads.of(type, workspace.stripeAccount(), data, at), ServerSettings.WEBHOOK_SECRET_LIVE);
    }
}
