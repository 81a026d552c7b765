package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that partners see, in a frame of another site, and its messages to that site. */
@ResourceLock(Browser.NAME)
class EmbedPageIT {

    private static final String EAR = "<script>window.heard = [];"
            + " addEventListener('message', event => heard.push(event.data));</script>";

    private static final Api OWNER = Merchant.of(EmbedPageIT.class).api();

    private final Browser browser = Browser.shared();
    private final ConversionsServer server = ConversionsServer.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theSiteHearsHowHighThePageIsButNotWhileItIsEmpty() {
        frame("token=" + token() + "&dynamicHeight=true");
        browser.waitFor("heard.length");
        assertThat(heard("PAGE_HEIGHT").get(0).path("height").asInt()).isGreaterThan(300);
        assertThat(heard("ERROR")).isEmpty();
    }

    @Test
    void theTokenLeavesTheAddressAndAReloadStillFindsIt() {
        String token = token();
        browser.open(page("token=" + token + "&theme=dark"));
        for (int load = 0; load < 2; load++) {
            browser.waitFor("document.querySelector('[data-figure]')?.textContent");
            assertThat(browser.run("return location.href").asText()).endsWith("/embed/referrals?theme=dark");
            browser.run("location.reload()");
        }
    }

    @Test
    void everyPartOfThePageIsAccessibleAndTheLinkIsCopied() {
        expect(200, OWNER.patch("/api/program", object("embed", object("leaderboard", true, "faq", List.of(object("question", "When am I paid?", "answer", "On the first."))))));
        String partner = expect(201, OWNER.post("/api/partners", object("email", Merchant.unique("seen") + "@partners.example", "name", "Seen"))).path("id").asText();
        expect(201, OWNER.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
        expect(202, OWNER.post("/api/commissions", object("partnerId", partner, "type", "custom", "amount", 3_000)));
        browser.screen(1280, "light");
        browser.console();
        browser.open(page("token=" + expect(201, OWNER.post("/api/tokens/embed/referrals", object("partnerId", partner))).path("publicToken").asText()));
        browser.waitFor("document.querySelector('.qr-small')?.naturalWidth > 100");
        browser.click(".share-row .copy-button");
        browser.waitForText("Copied");
        for (String part : new String[] {"Share, Share your link", "Links, Revenue", "Earnings, Bonus", "Payouts, No payouts yet", "Leaderboard, You", "Questions, When am I paid?"}) {
            browser.clickOn(part.split(", ")[0]);
            browser.waitForText(part.split(", ")[1]);
            for (int width : new int[] {390, 900}) {
                browser.screen(width, width == 390 ? "dark" : "light");
                assertThat(Accessibility.findings(browser)).as(part + width).isEmpty();
                assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt()).as("width of " + part).isLessThanOrEqualTo(0);
            }
        }
        browser.screen(1280, "light");
        assertThat(browser.console().stream().filter(line -> !line.startsWith("DEBUG"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token=", "token=unknown", "token=conv_embed_0123456789abcdefghijklmnop", "token=a%20b", "token=%C3%A4"})
    void theSiteHearsOfATokenThatOpensNothing(String query) {
        frame(query);
        browser.waitFor("heard.length");
        assertThat(heard("ERROR")).hasSize(1);
        assertThat(heard("ERROR").get(0).path("code").asText()).isEqualTo("unauthorized");
        assertThat(heard("ERROR").get(0).path("message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#ffffff            |        | light",
        "white              | system | light",
        "rgb(20, 22, 26)    |        | dark",
        "oklch(0.2 0.02 250)| system | dark",
        "#ffffff            | dark   | dark",
        "transparent        |        | ",
        "url(//evil.example)|        | "})
    void theTextCanBeReadOnTheGroundThatTheSiteWants(String ground, String theme, String shown) {
        browser.open(page("token=x" + (theme == null ? "" : "&theme=" + theme) + "&themeOptions="
                + URLEncoder.encode("{\"backgroundColor\":\"" + ground + "\"}", StandardCharsets.UTF_8)));
        assertThat(browser.run("return document.documentElement.dataset.theme || null").asText(null)).isEqualTo(shown);
    }

    private void frame(String query) {
        browser.open(shop.put("/partners", EAR + "<iframe src='" + page(query) + "'></iframe>"));
    }

    private String page(String query) {
        return server.base() + "/embed/referrals?" + query;
    }

    private List<JsonNode> heard(String event) {
        List<JsonNode> data = new ArrayList<>();
        browser.run("return heard").forEach(message -> {
            assertThat(message.path("originator").asText()).isEqualTo("Dub");
            if (message.path("event").asText().equals(event)) {
                data.add(message.path("data"));
            }
        });
        return data;
    }

    private String token() {
        return expect(201, server.api(TestWorkspace.of(EmbedPageIT.class).apiKey()).post("/api/tokens/embed/referrals", object("partner",
                object("email", Merchant.unique("framed") + "@partners.example")))).path("publicToken").asText();
    }
}
