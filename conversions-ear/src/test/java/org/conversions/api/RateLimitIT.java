package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.node.Node;
import org.conversions.redirect.RawHttp;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.InServer;
import org.conversions.server.ServerSettings;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A server with low limits, which is the one that {@link InServer} tests run in: they ask it nothing over HTTP. Each test
 * is a caller of its own, because a minute is long.
 */
@RunAsClient
class RateLimitIT extends InServer {

    private static final int API = 5;
    private static final int TRACK = 3;
    private static final int PUBLISHABLE = 2;
    private static final int FAILURES = 4;
    private static final int MISSES = 3;
    private static final int CLICKS = 3;

    @ArquillianResource
    private URL address;

    @Test
    @DisplayName("Everybody gets their own figures, and how long to wait when there are no more")
    void everybodyGetsTheirOwnFigures() {
        Api first = api(workspaceKey("203.0.113.10"));
        Api second = api(expect(201, first.post("/api/keys", object("name", "Second"))).path("key").asText());
        for (int remaining = API - 2; remaining >= 0; remaining--) {
            Answer answer = remaining % 2 == 0 ? first.get("/api/links/unknown") : second.get("/links");
            assertThat(answer.status()).isEqualTo(remaining % 2 == 0 ? 404 : 200);
            has(answer, API, remaining);
        }
        isRefused(first.get("/api/links"), API);
        isRefused(second.post("/api/links", object("url", "https://shop.example/")), API);
        // Telling conversions has a limit of its own, and so has every other workspace.
        for (int remaining = TRACK - 1; remaining >= 0; remaining--) {
            Answer answer = first.post("/api/track/lead", object());
            Errors.isError(answer, 422);
            has(answer, TRACK, remaining);
        }
        isRefused(first.post("/track/lead", object()), TRACK);
        has(api(workspaceKey("203.0.113.11")).get("/api/links"), API, API - 1);
    }

    @Test
    void thePublishedClientDistinguishesItFromOtherErrors() {
        assertThat(Node.run(Duration.ofMinutes(1), "sdk/limited.mjs", base().toString(), workspaceKey("203.0.113.12"),
                String.valueOf(API))).contains("rate_limit_exceeded");
    }

    @Test
    void whoShowsNoKeyIsCountedByAddress() {
        String there = "203.0.113.13";
        Errors.isError(api(null).get("/api/links", "X-Forwarded-For", there), 401);
        Errors.isError(api(null).get("/api/links", "X-Forwarded-For", there), 401);
        isRefused(api(null).get("/api/links", "X-Forwarded-For", there), 2);
    }

    @Test
    void keysThatAreTriedInABodyAreGuessesToo() {
        Api merchant = api(workspaceKey("203.0.113.14"));
        String there = "203.0.113.15";
        String transfer = "/api/links/" + expect(200, merchant.post("/api/links", object("url", "https://shop.example/"),
                "X-Forwarded-For", there)).path("id").asText() + "/transfer";
        for (int time = 0; time < FAILURES; time++) {
            Errors.isError(merchant.post(transfer, object("newWorkspaceId", "ws_other", "token", "conv_guess" + time),
                    "X-Forwarded-For", there), 403);
        }
        isRefusedForAWhile(api("conv_guess").get("/api/links", "X-Forwarded-For", there));
    }

    @Test
    void aPublishableKeyIsCountedForEachAddressApart() {
        Api site = api(ServerSettings.PUBLISHABLE_KEY);
        for (int remaining = PUBLISHABLE - 1; remaining >= 0; remaining--) {
            Answer answer = site.get("/api/links", "X-Forwarded-For", "203.0.113.1");
            Errors.isError(answer, 403);
            has(answer, PUBLISHABLE, remaining);
        }
        isRefused(site.get("/api/links", "X-Forwarded-For", "203.0.113.1"), PUBLISHABLE);
        has(site.get("/api/links", "X-Forwarded-For", "203.0.113.2"), PUBLISHABLE, PUBLISHABLE - 1);
    }

    @Test
    void whoHasNoKeyIsCountedByAddressAndStripeIsNot() {
        Api nobody = api(null);
        for (int time = 0; time < 2; time++) {
            expect(200, nobody.get("/api/setup", "X-Forwarded-For", "2001:db8:0:1::" + time));
        }
        isRefused(nobody.get("/api/setup", "X-Forwarded-For", "2001:db8:0:1::9"), 2);
        for (int time = 0; time < 5; time++) {
            Errors.isError(nobody.post("/api/stripe/integration/webhook", "{}", "X-Forwarded-For", "2001:db8:0:1::1"), 400);
        }
    }

    @Test
    void whoTriesKeysIsStoppedAndWhoUsesAGoodOneFromThereIsNot() {
        String good = workspaceKey("203.0.113.16");
        String there = "198.51.100.7";
        expect(200, api(good).get("/api/links", "X-Forwarded-For", there));
        for (int time = 0; time < FAILURES; time++) {
            Errors.isError(api("conv_guess" + time).get("/api/links", "X-Forwarded-For", there), 401);
        }
        Answer stopped = api("conv_guess").get("/api/links", "X-Forwarded-For", there);
        isRefusedForAWhile(stopped);
        isRefusedForAWhile(api(ServerSettings.PUBLISHABLE_KEY).get("/api/links", "X-Forwarded-For", there));
        expect(200, api(good).get("/api/links", "X-Forwarded-For", there));
        Errors.isError(api("conv_guess").get("/api/links", "X-Forwarded-For", "198.51.100.8"), 401);
        Errors.isError(api(null).get("/api/links", "X-Forwarded-For", there), 401);
    }

    @Test
    void whoGuessesTheSecretOfAnAppIsStopped() {
        String guess = "grant_type=refresh_token&refresh_token=x&client_id=app_unknown&client_secret=x";
        String[] there = {"Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", "203.0.113.23"};
        assertThat(api(null).send("POST", "/api/oauth/token", BodyPublishers.ofString(guess), there).status()).isEqualTo(401);
        Answer stopped = api(null).send("POST", "/api/oauth/token", BodyPublishers.ofString(guess), there);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
        assertThat(stopped.json().path("error").asText()).isEqualTo("temporarily_unavailable");
    }

    @Test
    void ofOneNetworkOnOneLinkSoManyClicksCountAndTheRestAreSentOn() {
        Api merchant = api(workspaceKey("203.0.113.20"));
        String link = expect(200, merchant.post("/api/links", object("url", "https://shop.example/", "trackConversion", true,
                "key", "often"))).path("id").asText();
        String there = "203.0.113.21";
        for (int time = 0; time < 5; time++) {
            Answer sentOn = opens("/often", there);
            assertThat(sentOn.status()).isEqualTo(302);
            assertThat(sentOn.header("Location")).matches(time < CLICKS ? "https://shop.example/\\?dub_id=.+" : "https://shop.example/");
        }
        assertThat(opens("/often", "203.0.113.22").header("Location")).as("another network").contains("dub_id");
        Errors.isError(api(null).post("/api/track/click", object("domain", "localhost", "key", "often", "url",
                "https://shop.example/"), "User-Agent", Visitor.BROWSER + " another", "X-Forwarded-For", there), 403);
        assertThat(expect(200, merchant.get("/api/links/" + link)).path("clicks").asInt()).isEqualTo(CLICKS + 1);
        await().pollDelay(2, SECONDS).pollInterval(10, SECONDS).atMost(25, SECONDS).until(() ->
                merchant.get("/api/events?uncounted=true&linkId=" + link).json().findValuesAsText("uncounted")
                        .equals(List.of("too-many", "too-many")));
    }

    @Test
    void whoAsksForManyAddressesThatLeadNowhereGetsWhatIsInMemoryOnly() {
        Api merchant = api(workspaceKey("203.0.113.30"));
        expect(200, merchant.post("/api/links", object("url", "https://shop.example/", "key", "found")));
        String there = "203.0.113.31";
        for (int time = 0; time < MISSES; time++) {
            assertThat(opens("/lost" + time, there).status()).isEqualTo(404);
        }
        Answer refused = opens("/lost", there);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(RawHttp.send(address.getPort(), ("GET /found HTTP/1.1\r\nHost: lost.example\r\nX-Forwarded-For: " + there
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)).status()).isEqualTo(429);
        assertThat(opens("/lost", "203.0.113.32").status()).isEqualTo(404);
        // A new link may be read twice: it is also among the changes that all nodes hear of a moment later.
        await("a link that others click").atMost(10, SECONDS).until(() -> opens("/found", "203.0.113.32").status() == 302
                && opens("/found", there).status() == 302);
    }

    @Test
    void newPicturesAreCountedAndKnownOnesAreNot() {
        Api nobody = api(null);
        String picture = "/api/qr?url=https%3A%2F%2Fshop.example%2F";
        expect(200, nobody.get(picture + "1", "X-Forwarded-For", "203.0.113.40"));
        Answer refused = nobody.get(picture + "2", "X-Forwarded-For", "203.0.113.40");
        isRefusedForAWhile(refused);
        assertThat(refused.body()).contains("new pictures");
        expect(200, nobody.get(picture + "1", "X-Forwarded-For", "203.0.113.41"));
        expect(200, nobody.get(picture + "2", "X-Forwarded-For", "203.0.113.41"));
    }

    private Answer opens(String path, String from) {
        return api(null).get(path, "User-Agent", Visitor.BROWSER, "X-Forwarded-For", from);
    }

    /** A workspace's own, so that what other tests ask for is not counted with it. */
    private String workspaceKey(String from) {
        return expect(201, api(ServerSettings.OPERATOR_TOKEN).post("/api/server/workspaces", object("name", "Limited " + from,
                "slug", Merchant.unique("ws-")), "X-Forwarded-For", from)).path("apiKey").asText();
    }

    private Api api(String key) {
        return new Api(base(), key);
    }

    /** Comes from the same machine, whose word about the visitor's address counts. */
    private URI base() {
        return URI.create("http://localhost:" + address.getPort());
    }

    private static void has(Answer answer, int limit, int remaining) {
        assertThat(answer.headers().allValues("X-RateLimit-Limit")).isEqualTo(List.of(String.valueOf(limit)));
        assertThat(answer.headers().allValues("X-RateLimit-Remaining")).isEqualTo(List.of(String.valueOf(remaining)));
        long reset = Long.parseLong(answer.header("X-RateLimit-Reset")) - Instant.now().getEpochSecond();
        assertThat(reset).isBetween(0L, 61L);
    }

    private static void isRefused(Answer answer, int limit) {
        isRefusedForAWhile(answer);
        has(answer, limit, 0);
    }

    private static void isRefusedForAWhile(Answer answer) {
        Errors.isError(answer, 429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }
}
