package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something goes wrong, the page goes on and its developer learns of it. */
@ResourceLock(Browser.NAME)
class TroubleIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String ERRORS = "<script>window.errors = [];"
            + " addEventListener('error', event => errors.push(event.message));"
            + " addEventListener('unhandledrejection', event => errors.push(String(event.reason)));</script>";
    private static final String ALL = ".site-visit.outbound-domains.conversion-tracking";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "domains           | {refer:go.example}",
        "domains           | 7",
        "cookie-options    | [",
        "cookie-options    | {\"expiresInDays\":\"soon\"}",
        "query-params      | via",
        "attribution-model | middle-click",
        "vocabulary        | constructor",
        "auto-convert      | {forms}"})
    void anAttributeThatMakesNoSenseIsSaidOnceAndLeftOut(String attribute, String value) {
        browser.console();
        open("", "?dub_id=" + ID, attribute, value);
        browser.run("return dubAnalytics.trackClick({domain: 'go.example', key: 'ana'})");
        assertThat(browser.console()).filteredOn(line -> line.contains("data-" + attribute)).hasSize(1);
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        nothingReachedThePage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"refer\":7,\"site\":{},\"outbound\":[null,1,{}],\"stripe\":true}", "[]", "{}", "null",
        "{\"refer\":null,\"site\":null,\"outbound\":null}"})
    void domainsOfOtherTypesAreNone(String domains) {
        open("<a id='it' href='https://other.example/'>go</a>", "?via=ana&dub_id=" + ID, "domains", domains, "stripe", "true");
        assertThat(shop.told()).isEmpty();
        assertThat(browser.run("return it.href").asText()).isEqualTo("https://other.example/");
        nothingReachedThePage();
    }

    @Test
    void aServerThatIsDownIsNull() {
        open("", "?via=ana", "api-host", "http://127.0.0.1:9", "domains", "{\"refer\":\"go.example\",\"site\":\"s.example\"}");
        assertThat(browser.run("return Promise.all([dubAnalytics.trackClick({key: 'ana'}), dubAnalytics.trackLead({}),"
                + " dubAnalytics.trackSale({}), new Promise(done => dubAnalytics('ready', () => done('ready')))])").toString())
                .isEqualTo("[null,null,null,\"ready\"]");
        nothingReachedThePage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>down</html>", "[]", "7", "null", "{\"clickId\":7}", "{\"clickId\":\"a; b\"}",
        "{\"clickId\":null,\"partner\":7}", "{\"partner\":{\"name\":{}}}", "{\"clickId\":\"<b>\",\"partner\":{\"name\":\"\\ud800\"}}"})
    void anAnswerThatMakesNoSenseIsNone(String answer) {
        shop.answersText("/track/click", 200, answer);
        open("", "?via=ana", "domains", "{\"refer\":\"go.example\"}");
        shop.onlyCall("/track/click");
        browser.run("return new Promise(done => dubAnalytics('ready', () => done(1)))");
        assertThat(browser.cookie("dub_id").isMissingNode()).isTrue();
        nothingReachedThePage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dub_id=%3Cscript%3E", "dub_id=", "dub_id", "dub_id=a b", "dub_partner_data={", "dub_partner_data=7",
        "dub_partner_data={\"partner\":{\"name\":\"%\"}}", "dub_partner_data={\"partner\":\"x\"}", "=;=", "dub_id=ä"})
    void anOddCookieIsNone(String cookie) {
        open("", "");
        browser.run("document.cookie = arguments[0]", cookie);
        open("<a id='it' href='https://buy.stripe.com/1'>pay</a>", "", "stripe", "true");
        assertThat(browser.run("return it.href").asText()).isEqualTo("https://buy.stripe.com/1");
        browser.run("return dubAnalytics.trackLead({})");
        assertThat(shop.onlyCall("/track/lead/client").body().path("clickId").asText("none")).isEmpty();
        nothingReachedThePage();
    }

    @Test
    void anOddCookieDoesNotHideTheGoodOne() {
        open("", "?dub_id=" + ID);
        browser.run("document.cookie = 'dub_id=a b; path=/'");
        open("", "");
        browser.run("return dubAnalytics.trackLead({})");
        assertThat(shop.onlyCall("/track/lead/client").body().path("clickId").asText()).isEqualTo(ID);
    }

    @Test
    void withoutCookiesAndStorageTheClickIsKnownWhileThePageIsOpen() {
        shop.put("/inside", shop.script("", "stripe", "true", "vocabulary", "codeqr")
                + "<a id='it' href='https://buy.stripe.com/1'>pay</a><script>addEventListener('load', () =>"
                + " setTimeout(() => parent.postMessage(document.getElementById('it').href, '*'), 100))</script>");
        open("<script>addEventListener('message', event => { window.heard = event.data; })</script>"
                + "<iframe sandbox='allow-scripts' src='/inside?cq_id=" + ID + "'></iframe>", "");
        browser.waitFor("window.heard");
        assertThat(browser.run("return heard").asText())
                .isEqualTo("https://buy.stripe.com/1?client_reference_id=codeqr_id_" + ID);
        nothingReachedThePage();
    }

    @Test
    void aCookieThatTheBrowserRefusesIsSaid() {
        browser.console();
        open("", "?dub_id=" + ID, "cookie-options", "{\"httpOnly\":true}");
        browser.run("return dubAnalytics.trackLead({})");
        assertThat(shop.onlyCall("/track/lead/client").body().path("clickId").asText()).isEqualTo(ID);
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("keeps no cookie"));
    }

    @Test
    void ofTwoScriptsOnAPageOneActs() {
        shop.answers("/track/click", 200, "clickId", ID);
        String domains = "{\"refer\":\"go.example\"}";
        open(shop.script("", "domains", domains), "?via=ana", "domains", domains);
        shop.onlyCall("/track/click");
        browser.waitFor("document.cookie.includes('dub_id')");
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("twice"));
        assertThat(shop.told("/track/click")).hasSize(1);
        nothingReachedThePage();
    }

    @Test
    void whatAVisitorWritesIntoTheAddressBecomesNoMarkup() {
        shop.answers("/track/click", 200, "clickId", "\"><img src=x onerror=errors.push(1)>");
        String hostile = "%22%3E%3Cimg%20src%3Dx%20onerror%3Derrors.push(1)%3E%3Bdomain%3Devil";
        open("<a id='it' href='https://other.example/'>go</a><stripe-pricing-table></stripe-pricing-table>",
                "?dub_id=" + hostile + "&via=" + hostile + "&__proto__=1#" + hostile,
                "domains", "{\"refer\":\"go.example\",\"outbound\":\"other.example\"}", "stripe", "true");
        assertThat(shop.onlyCall("/track/click").body().path("key").asText()).startsWith("\"><img").endsWith(";domain=evil");
        assertThat(browser.run("return document.images.length").asInt()).isZero();
        assertThat(browser.run("return document.cookie").asText()).isEmpty();
        nothingReachedThePage();
    }

    @Test
    void thePagesOwnMistakesAreNotOurs() {
        open("<script>dubAnalytics('ready', () => { throw new Error('own'); }); dubAnalytics('ready');"
                + " dubAnalytics('nonsense', 1); dubAnalytics(); dubAnalytics('trackClick'); dubAnalytics.q.push([]);</script>",
                "?dub_id=" + ID);
        browser.run("const circle = {}; circle.it = circle; return Promise.all([dubAnalytics.trackLead(circle),"
                + " dubAnalytics.trackLead(), dubAnalytics.trackSale('text'), dubAnalytics.trackClick(null),"
                + " dubAnalytics('toString'), dubAnalytics.trackClick({domain: {}, key: []})])");
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        nothingReachedThePage();
    }

    @Test
    void whoHoldsTheOldFunctionIsAnsweredToo() {
        open("<script>window.held = window.dubAnalytics</script>", "");
        browser.run("held('trackLead', {eventName: 'late'}); dubAnalytics.q.push(['trackSale', {amount: 1}])");
        assertThat(shop.onlyCall("/track/lead/client").body().path("eventName").asText()).isEqualTo("late");
        assertThat(shop.onlyCall("/track/sale/client").body().path("amount").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/html,", "about:blank"})
    void aPageWithoutAnAddressIsNoMatter(String address) {
        browser.open(address);
        browser.run("window.errors = []; addEventListener('error', event => errors.push(event.message));"
                + " window.dubAnalytics = function () {}; const script = document.createElement('script');"
                + " script.src = arguments[0]; script.setAttribute('data-stripe', 'true');"
                + " document.documentElement.appendChild(script);", Shop.source(ALL));
        browser.waitFor("window.DubAnalytics");
        nothingReachedThePage();
    }

    private void open(String body, String query, String... attributes) {
        String[] all = new String[attributes.length + 2];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        all[attributes.length] = "publishable-key";
        all[attributes.length + 1] = "dub_pk_0123";
        browser.open(shop.page(ERRORS + Shop.DUB_STUB + body, ALL, all) + query);
    }

    private void nothingReachedThePage() {
        assertThat(browser.run("return window.errors")).isEmpty();
    }
}
