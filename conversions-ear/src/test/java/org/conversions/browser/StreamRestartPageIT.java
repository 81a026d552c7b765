package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The live stream over a stop of the server, which does not wait for readers, and a start, on a page that nobody touches. */
@ResourceLock(Browser.NAME)
class StreamRestartPageIT {

    private static final ConversionsServer SERVER = ConversionsServer.started(ServerSettings.SHARED);
    private static final Browser BROWSER = Browser.shared();
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final Api api = SERVER.api(ServerSettings.API_KEY);
    private final List<String> made = new ArrayList<>();

    @AfterAll
    static void end() {
        BROWSER.open("about:blank");
        SERVER.close();
    }

    @Test
    void whatHappensBeforeAndAfterARestartIsOnThePageOnceAndInOrder() {
        BROWSER.open(SERVER.base() + "/app/login");
        BROWSER.forgetCookies();
        BROWSER.open(SERVER.base() + "/app/login");
        SignedIn.fillIn(BROWSER);
        BROWSER.waitFor("document.querySelector('c-stream h2')?.textContent.includes('connected')");
        buy(3);
        areShown();
        long begun = System.nanoTime();
        SERVER.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STOP_MAX);
        SERVER.start();
        buy(3);
        areShown();
    }

    private void areShown() {
        BROWSER.waitFor("document.querySelectorAll('c-stream .kind-sale').length >= " + made.size());
        JsonNode shown = BROWSER.run("return [...document.querySelectorAll('c-stream .kind-sale a[href*=customers]')].map(one => one.textContent).reverse()");
        assertThat(StreamSupport.stream(shown.spliterator(), false).map(JsonNode::asText)).containsExactlyElementsOf(made);
    }

    private void buy(int number) {
        for (int i = 0; i < number; i++) {
            String key = api.post("/api/links", object("url", "https://shop.example/", "trackConversion", true)).expect(200).path("key").asText();
            String click = SERVER.api(null).get("/" + key, "User-Agent", Visitor.BROWSER).header("Location").replaceAll(".*dub_id=", "");
            String buyer = "buyer-" + made.size();
            api.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId", buyer)).expect(200);
            api.post("/api/track/sale", object("customerExternalId", buyer, "amount", 1_000, "currency", "usd")).expect(200);
            made.add(buyer);
        }
    }
}
