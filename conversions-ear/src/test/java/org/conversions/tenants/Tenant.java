package org.conversions.tenants;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.StripePayloads;

/** One of several workspaces on a server, with one of everything that has an id. */
final class Tenant {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0 Safari/537.36";

    private static final int CLICK_ID_LENGTH = 16;

    private final Api api;
    private final Api visitor;
    private final String buyer = unique("buyer-");
    private final String partnersTenantId = unique("tenant-");
    private String linkId;
    private String clickId;
    private String customerId;
    private String partnerId;
    private String rewardId;
    private String connectionId;
    private JsonNode event;

    Tenant(Api api, Api visitor) {
        this.api = api;
        this.visitor = visitor;
    }

    /** Makes a partner with a link that was clicked, a lead and a sale with its commission. */
    Tenant busy() {
        return busy("Pat");
    }

    /** The same, with the word in every text that the tenant may choose. */
    Tenant busy(String word) {
        JsonNode rewards = api.get("/api/rewards").json();
        rewardId = (rewards.isEmpty() ? made(api.post("/api/rewards",
                object("event", "sale", "type", "percentage", "amountInPercentage", 20))) : rewards.path(0))
                .path("id").asText();
        partnerId = made(api.post("/api/partners", object("email", unique(word) + "@partners.example", "name", word,
                "image", "https://img.example/" + word, "tenantId", partnersTenantId))).path("id").asText();
        JsonNode link = made(api.post("/api/partners/links",
                object("partnerId", partnerId, "url", "https://shop.example/" + word)));
        linkId = link.path("id").asText();
        made(api.patch("/api/links/" + linkId, object("externalId", unique("link-"), "comments", word, "title", word,
                "description", word, "image", "https://img.example/" + word, "expiredUrl", "https://shop.example/late/" + word,
                "utm_source", word)));
        String location = visitor.get("/" + link.path("key").asText(), "User-Agent", BROWSER, "Referer",
                "https://" + word + ".example/" + word).header("Location");
        int start = location.indexOf("dub_id=") + "dub_id=".length();
        clickId = location.substring(start, start + CLICK_ID_LENGTH);
        made(api.post("/api/track/lead", object("clickId", clickId, "eventName", "Sign up " + word, "customerExternalId", buyer,
                "customerName", word, "customerEmail", word + "@buyers.example", "customerAvatar",
                "https://img.example/" + word, "metadata", object("plan", word))));
        customerId = made(api.get("/api/customers/ext_" + buyer)).path("id").asText();
        event = isPaid(clickId);
        return this;
    }

    /** @return the event of a payment that names this click, and the buyer if there is one, as it was understood */
    JsonNode isPaid(String namedClickId) {
        String secret = unique("whsec_");
        JsonNode connection = made(api.post("/api/stripe/connections", object("signingSecrets", List.of(secret))));
        connectionId = connection.path("id").asText();
        String session = unique("cs_");
        String body = StripePayloads.of("checkout.session.completed", null, StripePayloads.checkout(session, 5_000,
                "customer", unique("cus_"), "client_reference_id", "dub_id_" + namedClickId,
                "metadata", customerId == null ? object() : object("dubCustomerExternalId", buyer)), Instant.now());
        made(visitor.postStripeEvent(URI.create(connection.path("endpointUrl").asText()).getPath(), body, secret));
        String list = "/api/stripe/events?objectId=" + session;
        await().atMost(30, SECONDS).until(() -> !api.get(list).json().path(0).path("state").asText("received")
                .equals("received"));
        return api.get(list).json().path(0);
    }

    Api api() {
        return api;
    }

    /** The link with its figures as they are now. */
    JsonNode link() {
        return made(api.get("/api/links/" + linkId));
    }

    String buyer() {
        return buyer;
    }

    String partnersTenantId() {
        return partnersTenantId;
    }

    String clickId() {
        return clickId;
    }

    String customerId() {
        return customerId;
    }

    String partnerId() {
        return partnerId;
    }

    String rewardId() {
        return rewardId;
    }

    /** The commission that the payment earned. */
    String commissionId() {
        return made(api.get("/api/commissions?partnerId=" + partnerId)).path(0).path("id").asText();
    }

    /** The sale that the payment is. */
    String saleId() {
        return made(api.get("/api/sales?linkId=" + linkId)).path(0).path("id").asText();
    }

    String connectionId() {
        return connectionId;
    }

    JsonNode event() {
        return event;
    }

    private static JsonNode made(Answer answer) {
        return answer.expectSuccess();
    }
}
