package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.browser.Shop.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Visits, leads and sales that a page reports. */
@ResourceLock(Browser.NAME)
class ConversionIT {

    private static final String ID = "Abcdefgh01234567";
    private static final String KEY = "dub_pk_0123";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aVisitOfThePageMayBeAClick() {
        shop.answers("/track/visit", 200, "clickId", ID);
        String page = shop.put("/prices", shop.script(".site-visit", "domains", "{\"site\":\"shop.example\"}"));
        browser.open(page + "?a=1");
        JsonNode body = shop.onlyCall("/track/visit").body();
        assertThat(body.path("domain").asText()).isEqualTo("shop.example");
        assertThat(body.path("url").asText()).isEqualTo(page + "?a=1");
        assertThat(body.path("referrer").asText("none")).isEmpty();
        assertThat(body.size()).isEqualTo(3);
        browser.waitFor("document.cookie.includes('dub_id=" + ID + "')");
        browser.open(page);
        assertThat(shop.told("/track/visit")).hasSize(1);
    }

    @Test
    void whoCameByALinkVisitsNot() {
        String domains = "{\"site\":\"shop.example\",\"refer\":\"go.example\"}";
        browser.open(shop.page("", ".site-visit", "domains", domains) + "?via=ana");
        shop.onlyCall("/track/click");
        browser.open(shop.address("app", "/?dub_id=" + ID));
        assertThat(shop.told("/track/visit")).isEmpty();
    }

    @Test
    void aLeadAndASaleCarryTheClickAndTheKey() {
        shop.answers("/track/lead/client", 200, "customer", "stored");
        shop.answers("/track/sale/client", 200, "sale", "stored");
        browser.open(shop.page(Shop.DUB_STUB + "<script>dubAnalytics('trackLead',"
                + " {eventName: 'Sign up', customerExternalId: 'u1'});</script>",
                ".conversion-tracking", "publishable-key", KEY) + "?dub_id=" + ID);
        Call lead = shop.onlyCall("/track/lead/client");
        assertThat(lead.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(lead.body().toString())
                .isEqualTo("{\"clickId\":\"" + ID + "\",\"eventName\":\"Sign up\",\"customerExternalId\":\"u1\"}");

        JsonNode answer = browser.run("return dubAnalytics.trackSale({customerExternalId: 'u1', amount: 4900,"
                + " metadata: {html: '<b>'}})");
        assertThat(answer.path("sale").asText()).isEqualTo("stored");
        JsonNode sale = shop.onlyCall("/track/sale/client").body();
        assertThat(sale.path("clickId").asText()).isEqualTo(ID);
        assertThat(sale.path("amount").asInt()).isEqualTo(4900);
        assertThat(sale.path("metadata").path("html").asText()).isEqualTo("<b>");
    }

    @Test
    void withoutAClickTheIdIsEmptyAndThePagesOwnWins() {
        shop.answers("/track/lead/client", 200);
        browser.open(shop.page(Shop.DUB_STUB, ".conversion-tracking", "publishable-key", KEY));
        browser.run("return dubAnalytics.trackLead({customerExternalId: 'u1'})");
        browser.run("return dubAnalytics.trackLead({customerExternalId: 'u1', clickId: 'own'})");
        assertThat(shop.told("/track/lead/client")).extracting(call -> call.body().path("clickId").asText("none"))
                .containsExactly("", "own");
    }

    @Test
    void aRefusalIsSaidAndReturned() {
        shop.answers("/track/sale/client", 403, "error", "forbidden");
        browser.open(shop.page(Shop.DUB_STUB, ".conversion-tracking", "publishable-key", KEY));
        browser.console();
        assertThat(browser.run("return dubAnalytics.trackSale({customerExternalId: 'u1', amount: 1})").path("error").asText())
                .isEqualTo("forbidden");
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("The sale was refused"));
    }

    @Test
    void withoutAKeyNothingIsReportedAndThePageGoesOn() {
        browser.open(shop.page(Shop.DUB_STUB, ".conversion-tracking"));
        assertThat(browser.run("return dubAnalytics.trackLead({customerExternalId: 'u1'})").isNull()).isTrue();
        assertThat(shop.told()).isEmpty();
        assertThat(browser.console()).anySatisfy(line -> assertThat(line).contains("data-publishable-key"));
    }

    @Test
    void aLeadArrivesWhenThePageIsLeftAtOnce() {
        shop.answers("/track/lead/client", 200);
        browser.open(shop.page(Shop.DUB_STUB, ".conversion-tracking", "publishable-key", KEY) + "?dub_id=" + ID);
        browser.run("dubAnalytics.trackLead({customerExternalId: 'u1'}); location.href = 'about:blank'");
        assertThat(shop.onlyCall("/track/lead/client").body().path("customerExternalId").asText()).isEqualTo("u1");
    }
}
