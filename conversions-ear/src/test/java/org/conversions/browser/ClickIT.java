package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.conversions.browser.Shop.Call;
import org.conversions.server.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which a click comes to be known on the site, and for how long. */
@ResourceLock(Browser.NAME)
class ClickIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String OTHER_ID = "Zyxwvuts98765432";
    private static final String DOMAINS = "{\"refer\":\"go.example\"}";
    private static final Object[] PARTNER = {"clickId", ID,
        "partner", Api.object("id", "pn_1", "name", "Zoë; & Co", "image", "https://img.example/a b.png"),
        "discount", Api.object("id", "disc_1", "amount", 20, "type", "percentage", "maxDuration", 3,
                "couponId", "c;1", "couponTestId", null)};

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theClickOfTheAddressIsKeptForNinetyDaysOnTheSiteAndBelow() {
        browser.open(shop.page("", "") + "?dub_id=" + ID);
        JsonNode cookie = browser.cookie("dub_id");
        assertThat(cookie.path("value").asText()).isEqualTo(ID);
        assertThat(cookie.path("domain").asText()).isEqualTo("." + shop.domain());
        assertThat(cookie.path("path").asText()).isEqualTo("/");
        assertThat(cookie.path("sameSite").asText()).isEqualTo("Lax");
        assertThat(cookie.path("secure").booleanValue()).isFalse();
        assertThat(cookie.path("httpOnly").booleanValue()).isFalse();
        assertThat(Instant.ofEpochSecond(cookie.path("expiry").asLong()))
                .isCloseTo(Instant.now().plus(Duration.ofDays(90)), within(Duration.ofMinutes(5)));
        browser.open(shop.address("app", "/"));
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        assertThat(shop.told()).isEmpty();
    }

    @Test
    void aSiteBelowTheDomainKeepsItsOwn() {
        shop.page("", "");
        browser.open(shop.address("app", "/?dub_id=" + ID));
        assertThat(browser.cookie("dub_id").path("domain").asText()).isEqualTo(".app." + shop.domain());
    }

    @Test
    void onLocalhostAndOnANumberTheCookieHasNoDomain() {
        String www = shop.page("", "");
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            browser.open(www.replace("www." + shop.domain(), host) + "?dub_id=" + ID);
            assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        }
    }

    @Test
    void theSiteMayChooseTheCookiesOptions() {
        shop.page("", "", "cookie-options", "{\"domain\":\"." + shop.domain() + "\",\"expiresInDays\":7,"
                + "\"sameSite\":\"Strict\",\"path\":false,\"maxAge\":1,\"odd; domain\":\"x\"}");
        browser.open(shop.address("app", "/?dub_id=" + ID));
        JsonNode cookie = browser.cookie("dub_id");
        assertThat(cookie.path("domain").asText()).isEqualTo("." + shop.domain());
        assertThat(cookie.path("sameSite").asText()).isEqualTo("Strict");
        assertThat(Instant.ofEpochSecond(cookie.path("expiry").asLong()))
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(Duration.ofMinutes(5)));
    }

    @Test
    void aPartnersKeyInTheAddressIsReportedAndTheAnswerKept() {
        shop.answers("/track/click", 200, "clickId", ID);
        String address = shop.page("", "", "domains", DOMAINS) + "?via=ana&x=%3Cb%3E";
        browser.open(address);
        Call call = shop.onlyCall("/track/click");
        assertThat(call.body().path("domain").asText()).isEqualTo("go.example");
        assertThat(call.body().path("key").asText()).isEqualTo("ana");
        assertThat(call.body().path("url").asText()).isEqualTo(address);
        assertThat(call.body().path("referrer").asText()).isEmpty();
        assertThat(call.body().has("clickId")).isFalse();
        assertThat(call.header("Content-type")).isEqualTo("application/json");
        assertThat(call.header("Cookie")).isNull();
        browser.waitFor("document.cookie.includes('dub_id=" + ID + "')");
        assertThat(browser.cookie("dub_partner_data").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "query-param  | ref              | ?ref=bob&via=ana        | bob",
        "query-param  | ref              | ?via=ana                | ana",
        "query-params | [\"a\",\"b\"]    | ?via=ana&b=two&a=       | two",
        "query-params | [\"a\"]          | ?via=a%2Fb%20%C3%A9     | a/b é",
        "short-domain | go.example       | ?via=ana                | ana"})
    void theParameterCanBeNamed(String attribute, String value, String query, String key) {
        shop.answers("/track/click", 200, "clickId", ID);
        browser.open(shop.page("", "", "short-domain", "go.example", attribute, value) + query);
        assertThat(shop.onlyCall("/track/click").body().path("key").asText()).isEqualTo(key);
    }

    @Test
    void withoutAShortDomainNothingIsReported() {
        browser.open(shop.page("", "") + "?via=ana");
        assertThat(shop.told()).isEmpty();
    }

    @Test
    void theLastClickReplacesTheOneBeforeAndTheServerHearsOfIt() {
        shop.answers("/track/click", 200, "clickId", OTHER_ID);
        String page = shop.page("", "", "domains", DOMAINS);
        browser.open(page + "?dub_id=" + ID);
        browser.open(page + "?via=ana");
        assertThat(shop.onlyCall("/track/click").body().path("clickId").asText()).isEqualTo(ID);
        browser.waitFor("document.cookie.includes('dub_id=" + OTHER_ID + "')");
    }

    @Test
    void theFirstClickStaysWhereTheSiteSaysSo() {
        String page = shop.page(Shop.DUB_STUB, "", "domains", DOMAINS, "attribution-model", "first-click");
        browser.open(page + "?dub_id=" + ID);
        browser.open(page + "?dub_id=" + OTHER_ID + "&via=ana");
        assertThat(browser.run("return dubAnalytics.trackClick({domain: 'go.example', key: 'ana'})").isNull()).isTrue();
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        assertThat(shop.told()).isEmpty();
    }

    @Test
    void theFirstClickIsTakenWhenThereIsNone() {
        shop.answers("/track/click", 200, "clickId", ID);
        browser.open(shop.page("", "", "domains", DOMAINS, "attribution-model", "first-click") + "?via=ana");
        browser.waitFor("document.cookie.includes('dub_id=" + ID + "')");
    }

    @Test
    void theClickOfTheAddressWinsOverTheAnswer() {
        shop.answers("/track/click", 200, "clickId", OTHER_ID, "partner", Api.object("id", "pn_1", "name", "Ana",
                "image", null));
        browser.open(shop.page("", "", "domains", DOMAINS) + "?via=ana&dub_id=" + ID);
        browser.waitFor("document.cookie.includes('dub_partner_data')");
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
    }

    @Test
    void thePageCanReportAClickOnceForEachLink() {
        shop.answers("/track/click", 200, "clickId", ID);
        browser.open(shop.page(Shop.DUB_STUB, "", "domains", DOMAINS));
        JsonNode answer = browser.run("dubAnalytics.trackClick({domain: 'go.example', key: 'ana'});"
                + " return dubAnalytics.trackClick({domain: 'go.example', key: 'ana'})");
        assertThat(answer.path("clickId").asText()).isEqualTo(ID);
        assertThat(shop.onlyCall("/track/click").body().path("key").asText()).isEqualTo("ana");
        browser.run("return dubAnalytics('trackClick', {key: 'bob'})");
        assertThat(shop.told("/track/click")).hasSize(2);
    }

    @Test
    void thePartnerIsShownToThePageAndKept() {
        shop.answers("/track/click", 200, PARTNER);
        String queued = Shop.DUB_STUB + "<script>dubAnalytics('ready', () => {"
                + " window.seen = DubAnalytics.partner && DubAnalytics.partner.name; });</script>";
        String page = shop.page(queued, "", "domains", DOMAINS);
        browser.open(page + "?via=ana");
        browser.waitFor("window.seen === 'Zoë; & Co'");
        JsonNode cookie = browser.run("return JSON.parse(document.cookie.match(/dub_partner_data=([^;]*)/)[1])");
        assertThat(cookie.path("partner").path("name").asText()).isEqualTo("Zo%C3%AB%3B%20%26%20Co");
        assertThat(cookie.path("partner").path("image").asText()).isEqualTo("https%3A%2F%2Fimg.example%2Fa%20b.png");
        assertThat(cookie.path("discount").path("couponId").asText()).isEqualTo("c;1");
        assertThat(cookie.path("clickId").asText()).isEqualTo(ID);

        browser.open(page);
        browser.waitFor("window.seen === 'Zoë; & Co'");
        assertThat(browser.run("let at; dubAnalytics('ready', () => { at = DubAnalytics; }); return at")
                .path("discount").path("amount").asInt()).isEqualTo(20);
        assertThat(browser.run("return DubAnalytics.partner.image").asText()).isEqualTo("https://img.example/a b.png");
    }

    @Test
    void readyIsCalledWithoutAPartnerToo() {
        browser.open(shop.page(Shop.DUB_STUB + "<script>dubAnalytics('ready', () => { window.seen = true; });</script>", ""));
        browser.waitFor("window.seen");
        assertThat(browser.run("return DubAnalytics.partner").isNull()).isTrue();
    }

    @Test
    void withoutTheStubThereIsNoFunction() {
        browser.open(shop.page("", ".conversion-tracking", "publishable-key", "dub_pk_x"));
        assertThat(browser.run("return typeof window.dubAnalytics + typeof window.codeqrAnalytics").asText())
                .isEqualTo("undefinedundefined");
    }
}
