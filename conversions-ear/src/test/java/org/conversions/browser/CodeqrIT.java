package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.server.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The same script in CodeQR's words. */
@ResourceLock(Browser.NAME)
class CodeqrIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String KEY = "codeqr_pk_0123";
    private static final String FORM = "<form id='f' data-codeqr-conversion data-codeqr-event-name='Contact'"
            + " onsubmit='return false'><input name='name' value='Bea'><input type='email' name='mail'"
            + " value='bea@buyers.example'><input type='tel' name='t' value='+49 1'>"
            + "<input name='company' value='Acme' data-codeqr-capture><input name='rest' value='r'>"
            + "<input type='password' name='p' value='secret' data-codeqr-capture></form>";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theClickIsKeptInTheCookieAndInTheStorage() {
        String page = shop.page("", "", "vocabulary", "codeqr");
        browser.open(page + "?cq_id=" + ID);
        assertThat(browser.cookie("cq_id").path("value").asText()).isEqualTo(ID);
        assertThat(browser.cookie("dub_id").isMissingNode()).isTrue();
        JsonNode kept = browser.run("return JSON.parse(localStorage.getItem('cq_id'))");
        assertThat(kept.path("value").asText()).isEqualTo(ID);
        assertThat(kept.path("expires").asLong()).isGreaterThan(System.currentTimeMillis());

        browser.run("document.cookie = 'cq_id=; path=/; domain=." + shop.domain() + "; expires=' + new Date(0)");
        browser.open(page);
        assertThat(browser.cookie("cq_id").path("value").asText()).isEqualTo(ID);
        assertThat(browser.cookie("cq_id").path("expiry").asLong()).isEqualTo(kept.path("expires").asLong() / 1000);
    }

    @Test
    void anOldOrBrokenStorageIsNoClick() {
        String page = shop.page("", "", "vocabulary", "codeqr");
        browser.open(page);
        for (String kept : new String[] {"{\"value\":\"" + ID + "\",\"expires\":1}", "{\"value\":\"a;b\",\"expires\":9e15}",
            "{", "null", "[]", "{\"value\":\"" + ID + "\"}"}) {
            browser.run("localStorage.setItem('cq_id', arguments[0])", kept);
            browser.open(page);
            assertThat(browser.cookie("cq_id").isMissingNode()).as(kept).isTrue();
        }
    }

    @Test
    void theStubChoosesTheWords() {
        shop.answers("/track/click", 200, "clickId", ID,
                "partner", Api.object("id", "pn_1", "name", "Ana", "image", null));
        browser.open(shop.page(Shop.CODEQR_STUB + "<script>codeqrAnalytics('ready', () => {"
                + " window.seen = CodeQRAnalytics.partner.name; });</script><a id='it' href='https://buy.stripe.com/1'>pay</a>",
                "", "short-domain", "go.example", "query-param", "ref", "stripe", "true") + "?ref=ana");
        browser.waitFor("window.seen === 'Ana'");
        assertThat(browser.cookie("cq_id").path("value").asText()).isEqualTo(ID);
        assertThat(browser.cookie("cq_partner_data").isMissingNode()).isFalse();
        assertThat(browser.run("return document.getElementById('it').href").asText())
                .isEqualTo("https://buy.stripe.com/1?client_reference_id=codeqr_id_" + ID);
        assertThat(browser.run("return typeof codeqrAnalytics.trackClick").asText()).isEqualTo("function");
    }

    @Test
    void theNamedParameterStandsInsteadOfVia() {
        browser.open(shop.page("", "", "vocabulary", "codeqr", "short-domain", "go.example", "query-param", "ref")
                + "?via=ana");
        assertThat(shop.told()).isEmpty();
    }

    @Test
    void eachReadsTheOthersParameter() {
        browser.open(shop.page("", "") + "?cq_id=" + ID);
        assertThat(browser.cookie("dub_id").path("value").asText()).isEqualTo(ID);
        shop.page("", "", "vocabulary", "codeqr");
        browser.open(shop.address("www", "/?dub_id=" + ID));
        assertThat(browser.cookie("cq_id").path("value").asText()).isEqualTo(ID);
    }

    @Test
    void aVisitSaysWhichCampaignItCameFrom() {
        browser.open(shop.page("", ".site-visit", "vocabulary", "codeqr", "domains", "{\"site\":\"s.example\"}")
                + "?utm_source=news&utm_campaign=");
        JsonNode body = shop.onlyCall("/track/visit").body();
        assertThat(body.path("referrer").isNull()).isTrue();
        assertThat(body.path("utm_source").asText()).isEqualTo("news");
        assertThat(body.has("utm_campaign")).isFalse();
    }

    @Test
    void withoutAClickALeadNamesNone() {
        shop.answers("/track/lead/client", 200);
        shop.answers("/track/sale/client", 200);
        String page = shop.page(Shop.CODEQR_STUB, ".conversion-tracking", "publishable-key", KEY);
        browser.open(page);
        browser.run("return codeqrAnalytics.trackLead({customerExternalId: 'u1'})");
        browser.open(page + "?cq_id=" + ID);
        browser.run("return codeqrAnalytics.trackLead({customerExternalId: 'u1'})");
        browser.run("return codeqrAnalytics.trackSale({customerExternalId: 'u1', amount: 1})");
        assertThat(shop.told("/track/lead/client")).extracting(call -> call.body().path("clickId").asText("none"))
                .containsExactly("none", ID);
        assertThat(shop.onlyCall("/track/sale/client").body().has("clickId")).isFalse();
    }

    @Test
    void aFormThatIsMarkedIsALead() {
        JsonNode lead = sent(FORM, "{\"forms\":true}");
        assertThat(lead.path("eventName").asText()).isEqualTo("Contact");
        assertThat(lead.path("clickId").asText()).isEqualTo(ID);
        assertThat(lead.path("customerExternalId").asText()).isEqualTo("bea@buyers.example");
        assertThat(lead.path("customerEmail").asText()).isEqualTo("bea@buyers.example");
        assertThat(lead.path("customerName").asText()).isEqualTo("Bea");
        assertThat(lead.path("metadata").toString()).isEqualTo("{\"company\":\"Acme\",\"phone\":\"+49 1\"}");
    }

    @Test
    void allFieldsAreTakenWhereAskedButNoSecrets() {
        JsonNode lead = sent(FORM.replace("data-codeqr-event-name='Contact'", "")
                + "<script>f.insertAdjacentHTML('beforeend', '<input type=hidden name=csrf value=1>"
                + "<input name=card autocomplete=cc-number value=4242>')</script>",
                "{\"forms\":true,\"captureAllFields\":true,\"eventName\":\"Asked\"}");
        assertThat(lead.path("eventName").asText()).isEqualTo("Asked");
        assertThat(lead.path("metadata").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("name", "mail", "t", "company", "rest", "phone");
    }

    @Test
    void whoLeavesNoAddressIsTheSamePersonAgain() {
        String form = "<form id='f' class='lead' onsubmit='return false'><input name='q' value='x'></form>";
        String options = "{\"forms\":true,\"formSelector\":\".lead\"}";
        String first = sent(form, options).path("customerExternalId").asText();
        assertThat(first).isNotBlank();
        browser.run("f.requestSubmit()");
        assertThat(browser.run("return localStorage.getItem('cq_anon_id')").asText()).isEqualTo(first);
    }

    @Test
    void aFormThatIsNotMarkedOrTakenOutIsNone() {
        shop.page("<form id='a' onsubmit='return false'></form>"
                + "<form id='b' data-codeqr-conversion data-codeqr-ignore onsubmit='return false'></form>",
                ".conversion-tracking", "vocabulary", "codeqr", "publishable-key", KEY, "auto-convert", "{\"forms\":true}");
        browser.open(shop.address("www", "/"));
        browser.run("a.requestSubmit(); b.requestSubmit(); return new Promise(done => setTimeout(done, 100))");
        assertThat(shop.told()).isEmpty();
    }

    private JsonNode sent(String form, String options) {
        shop.answers("/track/lead/client", 200);
        browser.open(shop.page(form, ".conversion-tracking", "vocabulary", "codeqr", "publishable-key", KEY,
                "auto-convert", options) + "?cq_id=" + ID);
        browser.run("f.requestSubmit()");
        return shop.onlyCall("/track/lead/client").body();
    }
}
