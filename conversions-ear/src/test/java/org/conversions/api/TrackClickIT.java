package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clicks, visits and opened apps that pages and apps report; no key is needed. */
@OnBothDatabases
class TrackClickIT {

    private static final String SITE = "https://shop.example";

    private final Merchant merchant = Merchant.of(TrackClickIT.class);
    private final Api api = merchant.api();
    private final Api page = ConversionsServer.shared().api(null);
    private final JsonNode link = merchant.link("key", unique("Via"));
    private final String domain = link.path("domain").asText();
    private final String key = link.path("key").asText();
    private final String address = "198.51.100." + (int) (Math.random() * 250) + "";
    /** In digits: letters may happen to be a word by which programs are known. */
    private final String browser = Visitor.BROWSER + " v" + System.nanoTime();

    @Test
    void aClickThatAPageReportsIsCountedBeforeItIsAnswered() {
        String clickId = id(click("url", SITE + "/?via=" + key + "&utm_source=mail&utm_campaign=spring&dub_id=x",
                "referrer", "https://www.news.example/today"));
        assertThat(clickId).matches("[0-9A-Za-z]{16}");
        JsonNode event = clicks().path(0);
        assertThat(event.path("click").path("id").asText()).isEqualTo(clickId);
        assertThat(event.path("click").path("trigger").asText()).isEqualTo("link");
        assertThat(event.path("click").path("referer").asText()).isEqualTo("news.example");
        assertThat(event.path("click").path("refererUrl").asText()).isEqualTo("https://www.news.example/today");
        assertThat(event.path("click").path("url").asText())
                .isEqualTo(SITE + "/?via=" + key + "&utm_source=mail&utm_campaign=spring");
        assertThat(event.path("click").path("browser").asText()).isEqualTo("Chrome");
        assertThat(event.path("click").path("ip").asText()).endsWith(".0");
        expect(200, merchant.lead(clickId, unique("buyer")));
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void theDomainMayComeWithWwwAndWithoutItsPort() {
        String host = domain.replaceAll(":.*", "");
        for (String named : List.of("www." + domain, host, "WWW." + host.toUpperCase())) {
            assertThat(id(click("domain", named))).hasSize(16);
        }
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void whatIsNowhereIsNotFound() {
        Errors.isError(click("key", unique("none")), 404);
        Errors.isError(click("key", key.toLowerCase()), 404);
        Errors.isError(click("key", "a b/../c"), 404);
        Errors.isError(click("domain", "other.example"), 404);
        Errors.isError(click("domain", "localhost:1"), 404);
        expect(200, api.delete("/api/links/" + link.path("id").asText()));
        Errors.isError(click(), 404);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"domain, null", "domain, ''", "key, null", "key, ' '", "url, nowhere", "url, javascript:alert(1)"})
    void whatAClickMustSayIsSaid(String field, String value) {
        Answer answer = click(field, value);
        Errors.isError(answer, 422);
        assertThat(answer.json().path("error").path("message").asText()).startsWith(field + ":");
    }

    @Test
    void theSameVisitorIsTheSameClickForAnHour() {
        String first = id(click());
        assertThat(id(click())).isEqualTo(first);
        assertThat(id(click("clickId", first))).isEqualTo(first);
        assertThat(id(clickBy(browser + " other"))).isNotEqualTo(first);
        assertThat(id(clickBy(browser + " other", "clickId", first))).isEqualTo(first);
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(2);
    }

    @Test
    void aClickOnAnotherLinkIsNotThisOne() {
        String other = merchant.click(merchant.link());
        String told = id(click("clickId", other));
        assertThat(told).isNotEqualTo(other);
        assertThat(id(click("clickId", "nonsense"))).isEqualTo(told);
    }

    @Test
    void whoCameByTheShortLinkIsNotCountedAgain() {
        String location = new Visitor().isSentTo("/" + key, "User-Agent", browser, "X-Forwarded-For", address);
        assertThat(location).contains("dub_id=" + id(click()));
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void whatIsReportedTwiceAtOnceIsOneClick() {
        Callable<String> told = () -> id(click());
        assertThat(Set.copyOf(AtOnce.all(Collections.nCopies(20, told)))).hasSize(1);
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Googlebot/2.1 (+http://www.google.com/bot.html)", "Mozilla/5.0 HeadlessChrome/126.0", "curl/8.5.0"})
    void aProgramGetsNoIdAndIsNotCounted(String userAgent) {
        Answer refused = clickBy(userAgent);
        Errors.isError(refused, 403);
        assertThat(refused.json().has("clickId")).isFalse();
        Errors.isError(tell("visit", userAgent, object("domain", domain, "url", SITE + "/" + key)), 403);
        assertThat(merchant.read(link).path("clicks").asLong()).isZero();
    }

    @Test
    void thePartnerOfALinkIsShownAndOfOthersNobody() {
        JsonNode answer = expect(200, click());
        assertThat(answer.has("partner")).isFalse();
        assertThat(answer.has("discount")).isTrue();
        assertThat(answer.path("discount").isNull()).isTrue();
        String partner = expect(201, api.post("/api/partners", object("email", unique("pat") + "@example.com", "name",
                "Pat", "image", "https://img.example/pat.png", "tenantId", unique("t")))).path("id").asText();
        JsonNode links = expect(201, api.post("/api/partners/links", object("partnerId", partner, "url", SITE)));
        JsonNode shown = expect(200, click("key", links.path("key").asText())).path("partner");
        assertThat(shown.path("id").asText()).isEqualTo(partner);
        assertThat(shown.path("name").asText()).isEqualTo("Pat");
        assertThat(shown.path("image").asText()).isEqualTo("https://img.example/pat.png");
        assertThat(shown.has("email")).isFalse();
    }

    @Test
    void aVisitedPageIsTheLinkAtItsPath() {
        String visit = id(visit(SITE + "/" + key + "?utm_source=mail#top"));
        JsonNode event = clicks().path(0).path("click");
        assertThat(event.path("id").asText()).isEqualTo(visit);
        assertThat(event.path("trigger").asText()).isEqualTo("pageview");
        assertThat(event.path("referer").asText()).isEqualTo("(direct)");
        assertThat(id(visit(SITE + "/" + key + "/"))).isEqualTo(visit);
        Errors.isError(visit(SITE + "/" + unique("none")), 404);
        Errors.isError(visit("not an address"), 422);
        Errors.isError(tell("visit", browser, object("url", SITE + "/" + key)), 422);
        Errors.isError(tell("visit", browser, object("domain", "shop.example", "url", SITE + "/" + key)), 404);
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void theFrontPageIsTheRootLinkOfTheWorkspaceThatTheServerWasSetUpWith() {
        Map<String, Object> front = object("url", "https://shop.example/", "key", "_root", "trackConversion", true);
        Errors.isError(api.post("/api/links", front), 403);
        Errors.isError(api.patch("/api/links/" + link.path("id").asText(), object("key", "_root")), 403);
        Api operators = ConversionsServer.shared().api(ServerSettings.API_KEY);
        String root = "/api/links/" + expect(200, operators.post("/api/links", front)).path("id").asText();
        try {
            Errors.isError(operators.post(root + "/transfer", object("newWorkspaceId", merchant.workspace().id(),
                    "token", merchant.workspace().apiKey())), 403);
            assertThat(id(visit(SITE))).isEqualTo(id(visit(SITE + "/?a=b")));
            assertThat(expect(200, operators.get(root)).path("clicks").asLong()).isEqualTo(1);
        } finally {
            expect(200, operators.delete(root));
        }
    }

    @Test
    void anAppThatALinkOpenedIsAClickOnIt() {
        JsonNode opened = expect(200, open("CFNetwork/1410.1 Darwin/22.6.0", "deepLink", "https://" + domain + "/" + key
                + "?x=y", "dubDomain", domain));
        JsonNode event = clicks().path(0).path("click");
        assertThat(event.path("id")).isEqualTo(opened.path("clickId"));
        assertThat(event.path("trigger").asText()).isEqualTo("deeplink");
        assertThat(opened.path("link")).hasToString("{\"id\":\"" + link.path("id").asText() + "\",\"domain\":\"" + domain
                + "\",\"key\":\"" + key + "\",\"url\":\"https://shop.example/\"}");
        Errors.isError(open("App/1", "deepLink", "https://" + domain + "/" + unique("none")), 404);
        Errors.isError(open("App/1", "deepLink", "https://other.example/" + key), 404);
        Errors.isError(open("App/1", "deepLink", "myapp://" + key), 422);
        Errors.isError(open("App/1", "dubDomain", null), 422);
    }

    @Test
    void anAppThatIsOpenedAfterAClickFromTheSameAddressLearnsOfIt() {
        String nobody = "203.0.113." + (int) (Math.random() * 250);
        assertThat(page.post("/api/track/open", object("dubDomain", domain), "X-Forwarded-For", nobody).body())
                .isEqualTo("{\"clickId\":null,\"link\":null}");
        Api operators = ConversionsServer.shared().api(ServerSettings.API_KEY);
        JsonNode own = expect(200, operators.post("/api/links", object("url", "https://shop.example/", "trackConversion", true)));
        String clicked = new Visitor().isSentTo("/" + own.path("key").asText(), "X-Forwarded-For", address)
                .replaceAll(".*dub_id=", "");
        JsonNode opened = expect(200, open("App/1", "dubDomain", domain));
        assertThat(opened.path("clickId").asText()).isEqualTo(clicked);
        assertThat(opened.path("link").path("key")).isEqualTo(own.path("key"));
        assertThat(expect(200, open("App/1", "dubDomain", "other.example")).path("link").isNull()).isTrue();
        assertThat(expect(200, operators.get("/api/links/" + own.path("id").asText())).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void onTheDomainThatAllShareNobodyLearnsOfClicksOnOthersLinks() {
        new Visitor().isSentTo("/" + key, "X-Forwarded-For", address);
        assertThat(expect(200, open("App/1", "dubDomain", domain)).path("link").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/track/click", "/track/click", "/api/track/visit", "/api/track/open"})
    @DisplayName("A page of another site is answered so that it can read it, errors included")
    void everyAnswerCanBeReadByOtherSites(String path) {
        for (Answer answer : List.of(page.post(path, object()), page.post(path, "{"), page.post(path, "[]"),
                page.post(path, object("domain", 1)), page.post(path, "x", "Content-Type", "text/plain"),
                page.post(path, "\"" + "x".repeat(1_100_000) + "\""), page.post(path + "/x", object()))) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.header("Access-Control-Allow-Origin")).as(answer.body()).isEqualTo("*");
            Errors.isError(answer, answer.status());
        }
    }

    private Answer click(Object... fields) {
        return clickBy(browser, fields);
    }

    private Answer clickBy(String userAgent, Object... fields) {
        Map<String, Object> body = object("domain", domain, "key", key, "url", SITE + "/?via=" + key, "referrer", "");
        body.putAll(object(fields));
        return tell("click", userAgent, body);
    }

    private Answer visit(String url) {
        return tell("visit", browser, object("domain", domain, "url", url, "referrer", null));
    }

    private Answer open(String userAgent, Object... fields) {
        return tell("open", userAgent, object(fields));
    }

    private Answer tell(String what, String userAgent, Object body) {
        return page.post("/api/track/" + what, body, "User-Agent", userAgent, "X-Forwarded-For", address);
    }

    private JsonNode clicks() {
        return expect(200, api.get("/api/events?event=clicks&linkId=" + link.path("id").asText()));
    }

    private static String id(Answer answer) {
        return expect(200, answer).path("clickId").asText();
    }
}
