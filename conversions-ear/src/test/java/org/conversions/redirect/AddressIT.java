package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that a key can have, and what no key can be. */
class AddressIT {

    private final Merchant merchant = Merchant.of(AddressIT.class);
    private final Visitor visitor = new Visitor();

    @Test
    void aKeyMayHaveSegments() {
        String key = unique("summer/sale-");
        merchant.link("key", key);
        assertThat(visitor.opens("/" + key).status()).isEqualTo(302);
        assertThat(visitor.opens("/" + key + "/").status()).isEqualTo(302);
        assertThat(visitor.opens("/" + key.replace("/", "%2F")).status()).as("another address").isEqualTo(400);
        assertThat(visitor.opens("/summer").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"küche, k%C3%BCche", "küche, ku%CC%88che", "日本, %E6%97%A5%E6%9C%AC", "हिन्दी, %E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80"})
    void aKeyMayBeInAnyScriptHoweverItIsComposed(String word, String encoded) {
        String more = unique("-");
        JsonNode link = merchant.link("key", word + more);
        assertThat(visitor.opens("/" + encoded + more).status()).isEqualTo(302);
        assertThat(link.path("shortLink").asText()).matches("[\\x21-\\x7e]+");
    }

    @Test
    void upperAndLowerCaseAreDifferentKeys() {
        String key = unique("Case");
        merchant.link("key", key);
        assertThat(visitor.opens("/" + key.toLowerCase()).status()).isEqualTo(404);
        merchant.link("key", key.toLowerCase(), "url", "https://lower.example/", "trackConversion", false);
        assertThat(visitor.isSentTo("/" + key.toLowerCase())).isEqualTo("https://lower.example/");
        assertThat(visitor.isSentTo("/" + key)).startsWith("https://shop.example/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed/..%2Fapp/setup/index.html", "/embed/%2e%2e/app/setup/index.html",
        "/embed/../app/setup/index.html", "/embed/..;/app/setup/index.html", "/embed;x=1/../app/setup/index.html"})
    void noSiteCanFrameAPageOfTheDashboardByAnotherPath(String path) {
        RawHttp.Answer answer = get(path);
        assertThat(answer.toString()).doesNotContain("frame-ancestors *", "<form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "Sign-In", "admin/x", "account"})
    void noLinkLooksLikeAPageOfTheApplication(String key) {
        Errors.isError(merchant.api().post("/api/links", object("url", "https://shop.example/", "key", key)), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../etc/passwd", "/%2e%2e/x", "/a/../../b", "/a/./b", "/a%00b", "/a\u0000b", "/a\u0001b",
        "/a%0d%0aSet-Cookie:x=y", "/\u00ff\u00fe", "/%ff%fe", "/%C0%AF", "/a\\b", "/a%5cb", "//evil.example",
        "//evil.example/%2e%2e", "http://evil.example/x", "/a;jsessionid=1", "/.", "/a//b", "/WEB-INF/web.xml",
        "/web-inf/web.xml", "/app/../WEB-INF/web.xml", "/app/%2e%2e/WEB-INF/web.xml", "/META-INF/MANIFEST.MF",
        "/app/nothing-here", "/metrics/nothing-here", "/openapi/nothing-here", "/favicon.ico", "/.well-known/x",
        "/embed/x", "/%F0%9F%98%80"})
    void whatCanBeNoKeyIsRefusedPlainly(String path) {
        RawHttp.Answer answer = get(path);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        isPlain(answer);
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThat(get("/" + "x".repeat(10_240)).status()).isBetween(400, 499);
        assertThat(get("/" + "%41".repeat(1_000)).status()).isBetween(400, 499);
    }

    /** The server answers these by itself, before any application: with an empty page. It must not be more than that. */
    @ParameterizedTest
    @ValueSource(strings = {"/..", "/%zz", "/%", "/a%2", "/api/links/%zz", "/app/%zz"})
    void whatTheServerCannotReadLeadsNowhere(String path) {
        RawHttp.Answer answer = get(path);
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.head()).doesNotContain("Location", "Set-Cookie");
    }

    @Test
    void noHeaderCanBeInjectedByTheQuery() {
        String key = merchant.link().path("key").asText();
        for (String query : new String[] {"x=%0d%0aSet-Cookie:%20a=b", "x=\u0001\u007f", "x=\u00e9\u00ff", "x=<script>",
            "%0d%0a%0d%0a<html>=1", "x=a;b\"'"}) {
            RawHttp.Answer answer = get("/" + key + "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(302);
            assertThat(answer.head()).containsOnlyOnce("Location: https://shop.example/?").doesNotContain("\nSet-Cookie: a=b");
            assertThat(answer.header("Location")).matches("[\\x21-\\x7e]+").doesNotContain("<", "\"", ";");
            assertThat(answer.body()).isEmpty();
        }
    }

    private static void isPlain(RawHttp.Answer answer) {
        assertThat(answer.body()).doesNotContainIgnoringCase("<html", "payara", "exception", "\tat ");
        assertThat(answer.head()).doesNotContain("Location:");
    }

    private static RawHttp.Answer get(String target) {
        return RawHttp.send(ConversionsServer.shared().port(), ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n"
                + "User-Agent: " + Visitor.BROWSER + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
