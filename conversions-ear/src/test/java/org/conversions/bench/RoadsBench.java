package org.conversions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripeSigner;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Clicks and Stripe events per second, durable before they are answered, beside the empty servlet's redirects. Load and
 * server share the machine's processors, so the figures compare with each other and with nothing else.
 */
class RoadsBench {

    private static final int CONNECTIONS = 64;
    private static final long WARM_UP = 10_000;
    private static final long REDIRECTS = 40_000;
    private static final long EVENTS = 5_000;

    @Test
    void measuresBothRoads() throws IOException {
        System.out.printf(Locale.ROOT, "Database: %s, %d connections%n", TestDatabase.CURRENT, CONNECTIONS);
        try (EmptyServer empty = new EmptyServer()) {
            byte[] request = Load.get(empty.base(), "/empty");
            Load.run(empty.base(), CONNECTIONS, WARM_UP, 302, n -> request);
            print("empty servlet's 302", Load.run(empty.base(), CONNECTIONS, REDIRECTS, 302, n -> request));
        }
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            Api api = server.api(ServerSettings.API_KEY);
            api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20));
            String partner = api.post("/api/partners", object("email", "bench@example.com")).json().path("id").asText();
            var link = api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/"))
                    .json();
            redirects(server.base(), "/" + link.path("key").asText());
            events(server.base(), api, link.path("id").asText(), "/" + link.path("key").asText());
            System.out.printf(Locale.ROOT, "%-34s %d MiB%n", "resident memory afterwards", server.residentMebibytes());
        }
    }

    private static void redirects(URI server, String path) {
        byte[] request = Load.get(server, path);
        Load.run(server, CONNECTIONS, WARM_UP, 302, n -> request);
        print("redirects, each click stored", Load.run(server, CONNECTIONS, REDIRECTS, 302, n -> request));
    }

    private static void events(URI server, Api api, String linkId, String path) {
        String clickId = new Api(server, null).get(path, "User-Agent", "Mozilla/5.0 Chrome/130.0").header("Location")
                .replaceAll(".*dub_id=", "");
        String customer = event("evt_customer", "customer.created", "{\"id\":\"cus_bench\",\"object\":\"customer\","
                + "\"metadata\":{\"dubCustomerExternalId\":\"bench\",\"dubClickId\":\"" + clickId + "\"}}");
        assertThat(api.postStripeEvent("/api/stripe/integration/webhook", customer,
                ServerSettings.WEBHOOK_SECRET_LIVE).status()).isEqualTo(200);
        sales(server, api, linkId, "warm", EVENTS / 5, 0);
        long start = System.nanoTime();
        print("events, each stored", sales(server, api, linkId, "bench", EVENTS, EVENTS / 5));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s%n", "sales with commission, end to end", EVENTS / seconds);
    }

    /** Sends invoices and waits until all of them are sales. */
    private static Load.Result sales(URI server, Api api, String linkId, String name, long count, long before) {
        Load.Result sent = Load.run(server, CONNECTIONS, count, 200, n -> {
            String body = event("evt_" + name + n, "invoice.paid", "{\"id\":\"in_" + name + n + "\","
                    + "\"object\":\"invoice\",\"customer\":\"cus_bench\",\"currency\":\"usd\",\"amount_paid\":1000,"
                    + "\"total\":1000,\"total_excluding_tax\":1000,\"billing_reason\":\"subscription_cycle\","
                    + "\"parent\":{\"subscription_details\":{\"subscription\":\"sub_bench\"}}}");
            return Load.post(server, "/api/stripe/integration/webhook", body,
                    StripeSigner.sign(body, ServerSettings.WEBHOOK_SECRET_LIVE));
        });
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(() ->
                api.get("/api/analytics?interval=all&event=sales&linkId=" + linkId).json().path("sales").asLong()
                        == before + count);
        return sent;
    }

    private static String event(String id, String type, String object) {
        return "{\"id\":\"" + id + "\",\"object\":\"event\",\"type\":\"" + type + "\",\"account\":\""
                + ServerSettings.STRIPE_ACCOUNT + "\",\"livemode\":true,\"created\":"
                + Instant.now().getEpochSecond() + ",\"data\":{\"object\":" + object + "}}";
    }

    private static void print(String what, Load.Result result) {
        System.out.printf(Locale.ROOT, "%-34s %8.0f/s   median %6.2f ms   p99 %6.2f ms%n", what, result.perSecond(),
                result.median(), result.p99());
    }
}
