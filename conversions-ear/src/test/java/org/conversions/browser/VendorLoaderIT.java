package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.browser.Shop.Call;
import org.conversions.node.Node;
import org.conversions.server.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The npm package {@code @dub/analytics} loads our script when it knows where it is. */
@ResourceLock(Browser.NAME)
class VendorLoaderIT {

    private static final String ID = "Abcdefgh01234567";

    private final Browser browser = Browser.shared();
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void itsPropertiesReachOurScript() {
        shop.files("/dub/", Node.folder().resolve("node_modules/@dub/analytics/dist"));
        shop.answers("/track/click", 200, "clickId", ID,
                "partner", Api.object("id", "pn_1", "name", "Ana", "image", null));
        shop.answers("/track/lead/client", 200);
        shop.answers("/track/sale/client", 200);
        String page = shop.put("/", """
                <a id='it' href='https://other.example/'>go</a>
                <script type='module'>
                import {inject} from '/dub/index.js';
                inject({apiHost: 'API', publishableKey: 'dub_pk_0123', attributionModel: 'first-click',
                  domainsConfig: {refer: 'go.example', site: 's.example', outbound: ['other.example']},
                  cookieOptions: {expiresInDays: 7}, queryParams: ['ref'], scriptProps: {src: 'SOURCE'}});
                dubAnalytics('ready', () => { window.seen = DubAnalytics.partner.name; });
                dubAnalytics.trackLead({eventName: 'Sign up', customerExternalId: 'u1'});
                </script>
                """.replace("API", shop.api())
                .replace("SOURCE", Shop.source(".site-visit.outbound-domains.conversion-tracking")));
        browser.open(page + "?ref=ana");
        Call click = shop.onlyCall("/track/click");
        assertThat(click.body().path("domain").asText()).isEqualTo("go.example");
        assertThat(click.body().path("key").asText()).isEqualTo("ana");
        browser.waitFor("window.seen === 'Ana'");
        browser.waitFor("document.getElementById('it').href.endsWith('dub_id=" + ID + "')");
        assertThat(browser.cookie("dub_id").path("expiry").asLong())
                .isLessThan(System.currentTimeMillis() / 1000 + 8 * 86_400);
        Call lead = shop.onlyCall("/track/lead/client");
        assertThat(lead.body().path("customerExternalId").asText()).isEqualTo("u1");
        assertThat(lead.header("Authorization")).isEqualTo("Bearer dub_pk_0123");

        // Called again, as a single-page application may, the loader puts its queue over our functions.
        browser.run("return import('/dub/index.js').then(dub => { dub.inject({scriptProps: {src: arguments[0]}});"
                + " dubAnalytics.trackSale({customerExternalId: 'u1', amount: 1}); })",
                Shop.source(".site-visit.outbound-domains.conversion-tracking"));
        assertThat(shop.onlyCall("/track/sale/client").body().path("clickId").asText()).isEqualTo(ID);
    }
}
