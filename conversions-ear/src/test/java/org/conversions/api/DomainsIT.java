package org.conversions.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.redirect.RawHttp;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.FakeDns;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains are named, proved by a DNS record, and links live on them. */
@OnBothDatabases
class DomainsIT {

    private final Merchant merchant = Merchant.of(DomainsIT.class);
    private final Api api = merchant.api();
    private final String slug = unique("go-") + ".example";
    private final String path = "/api/domains/" + slug;

    @Test
    void aDomainHasWhatClientsRead() {
        JsonNode domain = expect(201, api.post("/api/domains", object("slug", slug.toUpperCase(), "placeholder",
                "https://shop.example/some", "expiredUrl", "https://shop.example/late", "notFoundUrl", "https://shop.example/none",
                "logo", ConversionsServer.shared().base() + "/app/logo.png", "assetLinks", "[{\"a\":1}]")));
        Shapes.hasTexts(domain, "id", "placeholder", "expiredUrl", "notFoundUrl", "logo");
        Shapes.hasTimes(domain, "createdAt", "updatedAt");
        Shapes.hasKeys(domain, "registeredDomain", "assetLinks", "appleAppSiteAssociation");
        assertThat(domain.path("slug").asText()).isEqualTo(slug);
        assertThat(domain.path("verified").isBoolean() && !domain.path("verified").asBoolean()).isTrue();
        assertThat(domain.path("primary").isBoolean() && domain.path("archived").isBoolean()).isTrue();
        assertThat(expect(200, api.get(path))).isEqualTo(domain);
        assertThat(expect(200, api.get("/api/domains?search=" + slug)).path(0)).isEqualTo(domain);
        JsonNode changed = expect(200, api.patch(path, object("archived", true, "notFoundUrl", null)));
        assertThat(changed.path("notFoundUrl").isNull()).isTrue();
        assertThat(changed.path("expiredUrl")).isEqualTo(domain.path("expiredUrl"));
        assertThat(expect(200, api.get("/api/domains?search=" + slug))).isEmpty();
        assertThat(expect(200, api.get("/api/domains?archived=true&search=" + slug))).hasSize(1);
        Errors.isError(api.post("/api/domains", object("slug", slug)), 409);
        assertThat(expect(200, api.delete(path))).hasToString("{\"slug\":\"" + slug + "\"}");
        Errors.isError(api.get(path), 404);
        Errors.isError(api.patch(path, object("archived", false)), 404);
        Errors.isError(api.delete(path), 404);
        Errors.isError(api.post(path + "/verify", object()), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "localhost", "a", "https://go.example.com", "go.example.com/x", "go.example.com:8080",
        "10.0.0.1", "[::1]", "-a.example", "a..example", "a_b.example", "www.brand.example", "ex ample.com", "*.example.com"})
    void whatIsNoHostIsNoDomain(String name) {
        Errors.isError(api.post("/api/domains", object("slug", name)), 422);
    }

    @Test
    void whatADomainCannotHaveIsRefused() {
        for (Object body : List.of(object(), object("slug", 5), object("slug", slug, "notFoundUrl", "javascript:x"),
                object("slug", slug, "notFoundUrl", "https://" + slug + "/x"),
                object("slug", slug, "expiredUrl", ConversionsServer.shared().base() + "/x"),
                object("slug", slug, "assetLinks", "{"), object("slug", slug, "archived", "yes"),
                object("slug", slug, "assetLinks", "\"" + "x".repeat(65_536) + "\""))) {
            Errors.isError(api.post("/api/domains", body), 422);
        }
    }

    @Test
    void aDomainCountsOnlyOnceItsRecordIsSeen() {
        expect(201, api.post("/api/domains", object("slug", slug)));
        Errors.isError(api.post("/api/links", object("url", "https://shop.example/", "domain", slug)), 422);
        JsonNode missing = expect(200, api.post(path + "/verify", object()));
        assertThat(missing.path("verified").asBoolean(true)).isFalse();
        String name = missing.path("record").path("name").asText();
        String value = missing.path("record").path("value").asText();
        assertThat(name).isEqualTo("_conversions." + slug);
        assertThat(missing.path("message").asText()).contains(name, value);
        FakeDns.shared().text(name, "something else");
        JsonNode wrong = expect(200, api.post(path + "/verify", object()));
        assertThat(wrong.path("verified").asBoolean(true)).isFalse();
        assertThat(wrong.path("found")).hasSize(1);
        FakeDns.shared().text(name, value);
        assertThat(expect(200, api.post(path + "/verify", object())).path("verified").asBoolean()).isTrue();
        FakeDns.shared().text(name, null);
        assertThat(expect(200, api.post(path + "/verify", object())).path("verified").asBoolean()).isTrue();
        assertThat(expect(200, api.get(path)).path("verified").asBoolean()).isTrue();
    }

    @Test
    void aKeyIsThereOncePerDomainAndLeadsOnFromItsOwn() {
        isVerified();
        String key = unique("k");
        JsonNode shared = merchant.link("key", key, "url", "https://shop.example/shared");
        JsonNode own = merchant.link("key", key, "url", "https://shop.example/own", "domain", slug.toUpperCase());
        assertThat(own.path("domain").asText()).isEqualTo(slug);
        assertThat(own.path("shortLink").asText()).isEqualTo("https://" + slug + "/" + key);
        assertThat(expect(200, api.get("/api/links/info?domain=" + slug + "&key=" + key)).path("id")).isEqualTo(own.path("id"));
        assertThat(isSentTo(slug, key)).startsWith("https://shop.example/own");
        assertThat(isSentTo("www." + slug, key)).startsWith("https://shop.example/own");
        assertThat(new Visitor().isSentTo("/" + key)).startsWith("https://shop.example/shared");
        assertThat(expect(200, api.get("/api/links?domain=" + slug))).hasSize(1);
        assertThat(api.get("/api/links/exists?domain=" + slug + "&key=" + key).body()).isEqualTo("true");
        Errors.isError(api.post("/api/links", object("url", "https://shop.example/", "domain", slug, "key", key)), 409);
        Errors.isError(api.patch("/api/links/" + shared.path("id").asText(), object("domain", slug)), 409);
        JsonNode moved = expect(200, api.patch("/api/links/" + shared.path("id").asText(),
                object("domain", slug, "key", key + "2")));
        assertThat(moved.path("shortLink").asText()).isEqualTo("https://" + slug + "/" + key + "2");
        assertThat(isSentTo(slug, key + "2")).startsWith("https://shop.example/shared");
        assertThat(new Visitor().opens("/" + key).status()).isEqualTo(404);
        Errors.isError(api.patch(path, object("slug", "new-" + slug)), 409);
        expect(200, api.delete(path));
        Errors.isError(api.get("/api/links/" + own.path("id").asText()), 404);
    }

    @Test
    void aDestinationOnAnyVerifiedDomainIsALoop() {
        isVerified();
        for (String url : List.of("https://" + slug + "/x", "https://www." + slug, "http://" + slug + ":8080/x")) {
            Errors.isError(api.post("/api/links", object("url", url)), 422);
            Errors.isError(api.post("/api/links", object("url", "https://a.example", "geo", object("DE", url))), 422);
            Errors.isError(api.post("/api/links", object("url", "https://a.example", "expiredUrl", url)), 422);
            Errors.isError(api.post("/api/domains", object("slug", "x" + slug, "notFoundUrl", url)), 422);
        }
        merchant.link("image", "https://" + slug + "/preview.png");
    }

    @Test
    void anotherSlugHasToBeProvedAgain() {
        isVerified();
        JsonNode renamed = expect(200, api.patch(path, object("slug", "new-" + slug)));
        assertThat(renamed.path("slug").asText()).isEqualTo("new-" + slug);
        assertThat(renamed.path("verified").asBoolean(true)).isFalse();
        assertThat(renamed.path("verificationRecord").path("name").asText()).isEqualTo("_conversions.new-" + slug);
        Errors.isError(api.get(path), 404);
    }

    @Test
    void thePrimaryDomainIsWhereLinksWithoutOneAreMade() {
        expect(201, api.post("/api/domains", object("slug", slug, "primary", true)));
        assertThat(merchant.link().path("domain").asText()).isEqualTo("localhost:" + ConversionsServer.shared().port());
        expect(200, api.delete(path));
        String other = "other-" + slug;
        expect(201, api.post("/api/domains", object("slug", slug, "primary", true)));
        expect(201, api.post("/api/domains", object("slug", other, "primary", true)));
        assertThat(expect(200, api.get(path)).path("primary").asBoolean(true)).isFalse();
        assertThat(expect(200, api.get("/api/domains/" + other)).path("primary").asBoolean()).isTrue();
        expect(200, api.patch("/api/domains/" + other, object("primary", false)));
        expect(200, api.delete(path));
        isVerified();
        expect(200, api.patch(path, object("primary", true)));
        try {
            assertThat(merchant.link().path("domain").asText()).isEqualTo(slug);
        } finally {
            expect(200, api.patch(path, object("primary", false)));
        }
    }

    @Test
    void nothingIsSoldHere() {
        JsonNode status = expect(200, api.get("/api/domains/status?domains=a.link%2Cb.link"));
        assertThat(status.findValuesAsText("domain")).containsExactly("a.link", "b.link");
        Shapes.hasKeys(status.path(0), "available", "premium", "price", "prices");
        assertThat(expect(200, api.get("/api/domains/status?domains=a.link&domains=b.link"))).hasSize(2);
        Errors.isError(api.get("/api/domains/status"), 422);
        Errors.isError(api.post("/api/domains/register", object("domain", "a.link")), 403);
    }

    private void isVerified() {
        JsonNode record = expect(201, api.post("/api/domains", object("slug", slug))).path("verificationRecord");
        FakeDns.shared().text(record.path("name").asText(), record.path("value").asText());
        assertThat(expect(200, api.post(path + "/verify", object())).path("verified").asBoolean()).isTrue();
    }

    private static String isSentTo(String host, String key) {
        RawHttp.Answer answer = RawHttp.send(ConversionsServer.shared().port(), ("GET /" + key + " HTTP/1.1\r\nHost: "
                + host + "\r\nUser-Agent: " + Visitor.BROWSER + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
        assertThat(answer.status()).as(answer.head()).isEqualTo(302);
        return answer.header("Location");
    }
}
