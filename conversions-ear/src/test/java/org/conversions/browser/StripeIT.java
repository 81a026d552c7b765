package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The click reaches Stripe as client reference id, without a line of the merchant's code. */
@ResourceLock(Browser.NAME)
class StripeIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String NEWER_ID = "Zyxwvuts98765432";
    private static final String DOMAINS = "{\"refer\":\"go.example\",\"stripe\":[\"pay.shop.example\"]}";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://buy.stripe.com/test_1,                 https://buy.stripe.com/test_1?client_reference_id=dub_id_ID",
        "https://buy.stripe.com/1?locale=de#x,          https://buy.stripe.com/1?locale=de&client_reference_id=dub_id_ID#x",
        "https://donate.stripe.com/1,                   https://donate.stripe.com/1?client_reference_id=dub_id_ID",
        "https://pay.shop.example/b/1,                  https://pay.shop.example/b/1?client_reference_id=dub_id_ID",
        "https://buy.stripe.com/1?client_reference_id=u1, https://buy.stripe.com/1?client_reference_id=u1",
        "https://buy.stripe.com.evil.example/1,         https://buy.stripe.com.evil.example/1",
        "https://dashboard.stripe.com/1,                https://dashboard.stripe.com/1",
        "javascript:void(0),                            javascript:void(0)"})
    void aPaymentLinkGetsTheClick(String before, String after) {
        browser.open(page("<a id='it' href='" + before + "'>pay</a>") + "?dub_id=" + ID);
        assertThat(value("it", "href")).isEqualTo(after.replace("ID", ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe-buy-button", "stripe-pricing-table"})
    void stripesElementsGetTheClickUnlessTheMerchantHasSetSomething(String element) {
        browser.open(page("<E id='it'></E><E id='own' client-reference-id='u1'></E>".replace("E", element))
                + "?dub_id=" + ID);
        assertThat(value("it", "client-reference-id")).isEqualTo("dub_id_" + ID);
        assertThat(value("own", "client-reference-id")).isEqualTo("u1");
    }

    @Test
    void whatComesLaterGetsItToo() {
        browser.open(page("<div id='place'></div>") + "?dub_id=" + ID);
        browser.run("document.getElementById('place').innerHTML = '<stripe-pricing-table id=\"table\">"
                + "</stripe-pricing-table><a id=\"link\" href=\"https://buy.stripe.com/1\">pay</a>'");
        browser.waitFor("document.getElementById('table').getAttribute('client-reference-id') === 'dub_id_" + ID + "'");
        assertThat(value("link", "href")).endsWith("client_reference_id=dub_id_" + ID);
    }

    @Test
    void theClickIsPassedOnAsSoonAsItIsKnown() {
        shop.hangs();
        shop.answers("/track/click", 200, "clickId", ID);
        browser.open(page("<stripe-pricing-table id='it'></stripe-pricing-table>") + "?via=ana");
        shop.onlyCall("/track/click");
        assertThat(value("it", "client-reference-id")).isEqualTo("null");
        shop.goesOn();
        browser.waitFor("document.getElementById('it').getAttribute('client-reference-id') === 'dub_id_" + ID + "'");
    }

    @Test
    void aNewerClickReplacesOursAndOnlyOurs() {
        shop.answers("/track/click", 200, "clickId", NEWER_ID);
        browser.open(page("<a id='it' href='https://buy.stripe.com/1?a=b'>pay</a>"
                + "<stripe-buy-button id='button'></stripe-buy-button>"
                + "<stripe-buy-button id='own'></stripe-buy-button>") + "?x=1");
        browser.run("document.getElementById('own').setAttribute('client-reference-id', 'u1');"
                + " document.cookie = 'dub_id=" + ID + "; domain=." + shop.domain() + "; path=/';"
                + " history.pushState(null, '', '/')");
        browser.waitFor("document.getElementById('it').href.endsWith('" + ID + "')");
        browser.run("return dubAnalytics.trackClick({key: 'ana'})");
        assertThat(value("it", "href"))
                .isEqualTo("https://buy.stripe.com/1?a=b&client_reference_id=dub_id_" + NEWER_ID);
        assertThat(value("button", "client-reference-id")).isEqualTo("dub_id_" + NEWER_ID);
        assertThat(value("own", "client-reference-id")).isEqualTo("u1");
    }

    @Test
    void anElementIsNotTouchedAgainWithoutNeed() {
        browser.open(page("<stripe-pricing-table id='it'></stripe-pricing-table>") + "?dub_id=" + ID);
        browser.run("window.changes = 0; new MutationObserver(all => { changes += all.length; })"
                + ".observe(document.getElementById('it'), {attributes: true});"
                + " document.body.appendChild(document.createElement('p'));"
                + " return new Promise(done => setTimeout(done, 300))");
        assertThat(browser.run("return changes").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "1", ""})
    void nothingIsTouchedUnlessTheSiteAsks(String asked) {
        browser.open(shop.page("<a id='it' href='https://buy.stripe.com/1'>pay</a>", "", "stripe", asked)
                + "?dub_id=" + ID);
        assertThat(value("it", "href")).isEqualTo("https://buy.stripe.com/1");
    }

    @Test
    void whatStripeWouldDropIsNeverWritten() {
        String page = page("<a id='it' href='https://buy.stripe.com/1'>pay</a>");
        for (String odd : new String[] {"a%20b", "a%3Bb", "%3Cb%3E", "a.b", "x".repeat(101), "%F0%9F%98%80"}) {
            browser.open(page + "?dub_id=" + odd);
            assertThat(value("it", "href")).isEqualTo("https://buy.stripe.com/1");
        }
        browser.open(page + "?dub_id=" + "x".repeat(100));
        assertThat(value("it", "href")).endsWith("dub_id_" + "x".repeat(100));
    }

    private String page(String body) {
        return shop.page(Shop.DUB_STUB + body, "", "stripe", "true", "domains", DOMAINS);
    }

    private String value(String id, String attribute) {
        return browser.run("return document.getElementById(arguments[0]).getAttribute(arguments[1])", id, attribute)
                .asText();
    }
}
