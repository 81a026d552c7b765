package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.conversions.api.Merchant;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeDns;
import org.junit.jupiter.api.Test;

/** The rules of a merchant's domain where its links have none. */
class DomainRulesIT {

    private final Merchant merchant = Merchant.of(DomainRulesIT.class);
    private final String domain = unique("go-") + ".example";

    @Test
    void aDomainSaysWhatIsWhereNoLinkIs() {
        isVerified("placeholder", "https://shop.example/welcome", "notFoundUrl", "https://shop.example/gone",
                "expiredUrl", "https://shop.example/late");
        assertThat(get("/").header("Location")).as("the placeholder is an example for people")
                .isEqualTo("https://shop.example/gone");
        assertThat(get("/" + unique("nothing")).header("Location")).isEqualTo("https://shop.example/gone");
        assertThat(get("/a%20b").header("Location")).isEqualTo("https://shop.example/gone");
        JsonNode link = merchant.link("domain", domain, "expiresAt", "2020-01-01T00:00:00Z");
        assertThat(get("/" + link.path("key").asText()).header("Location")).isEqualTo("https://shop.example/late");
        expect(200, merchant.api().patch("/api/links/" + link.path("id").asText(), object("disabled", true)));
        assertThat(get("/" + link.path("key").asText()).header("Location")).isEqualTo("https://shop.example/gone");
        merchant.link("domain", domain, "key", "_root", "url", "https://shop.example/root", "trackConversion", false);
        assertThat(get("/").header("Location")).isEqualTo("https://shop.example/root");
    }

    @Test
    void aDomainThatSaysNothingHasNothing() {
        isVerified();
        assertThat(get("/").status()).isEqualTo(404);
        assertThat(get("/" + unique("nothing")).status()).isEqualTo(404);
        assertThat(get("/.well-known/assetlinks.json").status()).isEqualTo(404);
        assertThat(get("/.well-known/apple-app-site-association").status()).isEqualTo(404);
    }

    @Test
    void aDomainNamesTheAppThatOpensItsLinksOnPhones() {
        isVerified("assetLinks", "[{\"relation\":[]}]", "appleAppSiteAssociation", "{\"applinks\":{}}");
        RawHttp.Answer android = get("/.well-known/assetlinks.json");
        assertThat(android.status()).isEqualTo(200);
        assertThat(android.header("Content-Type")).startsWith("application/json");
        assertThat(android.body()).contains("[{\"relation\":[]}]");
        assertThat(get("/.well-known/apple-app-site-association").body()).contains("{\"applinks\":{}}");
    }

    @Test
    void nobodyIsAskedToLogInUnderTheDomainOfAMerchant() {
        isVerified();
        for (String path : new String[] {"/app/", "/app/setup/index.html", "/app/page.css"}) {
            assertThat(get(path).status()).as(path).isEqualTo(404);
        }
    }

    private void isVerified(Object... fields) {
        Map<String, Object> body = new HashMap<>(object(fields));
        body.put("slug", domain);
        expect(201, merchant.api().post("/api/domains", body));
        String verify = "/api/domains/" + domain + "/verify";
        JsonNode record = expect(200, merchant.api().post(verify, object())).path("record");
        FakeDns.shared().text(record.path("name").asText(), record.path("value").asText());
        assertThat(expect(200, merchant.api().post(verify, object())).path("verified").asBoolean()).isTrue();
    }

    private RawHttp.Answer get(String path) {
        return RawHttp.send(ConversionsServer.shared().port(), ("GET " + path + " HTTP/1.1\r\nHost: " + domain + "\r\n"
                + "User-Agent: " + Visitor.BROWSER + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
