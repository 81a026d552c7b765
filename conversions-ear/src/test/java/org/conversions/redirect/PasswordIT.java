package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link with a password leads on only visitors who know it. */
class PasswordIT {

    private static final String PASSWORD = "öpen & sesame=1";

    private final Merchant merchant = Merchant.of(PasswordIT.class);
    private final Visitor visitor = new Visitor();
    private final JsonNode link = merchant.link("password", PASSWORD, "rewrite", false, "expiredUrl", "https://shop.example/late");
    private final String path = "/" + link.path("key").asText();
    /** Each test is a visitor of its own, because wrong passwords are counted by address. */
    private final String address = "2001:db8:" + hex() + ":" + hex() + "::1";

    @Test
    void thePasswordIsAskedForOnAPageThatSaysNothingElse() {
        Answer answer = visitor.opens(path, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("<form method=\"post\">", "type=\"password\"").doesNotContain("shop.example", "role=\"alert\"");
        assertThat(visitor.opens(path).body()).isEqualTo("This link needs a password.\n");
        assertThat(visitor.opens(path, "User-Agent", "Twitterbot/1.0").body()).doesNotContain("shop.example");
        assertThat(clicks()).isZero();
    }

    @Test
    void whoGivesItIsSentOnAndNotAskedAgain() {
        Answer right = gives(PASSWORD, path + "?utm_source=mail&pw=old");
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("Location")).isEqualTo(path + "?utm_source=mail");
        assertThat(clicks()).isZero();
        String cookie = right.header("Set-Cookie");
        assertThat(cookie).contains("Path=" + path + ";", "HttpOnly", "SameSite=Lax", "Max-Age=86400");
        String opened = cookie.substring(0, cookie.indexOf(';'));
        assertThat(visitor.isSentTo(right.header("Location"), "Cookie", opened))
                .startsWith("https://shop.example/?utm_source=mail&dub_id=");
        assertThat(clicks()).isEqualTo(1);
        opensNothing(opened.substring(0, opened.length() - 2));
        opensNothing(opened.split("=")[0] + "=AAAA");
        JsonNode other = merchant.link("password", PASSWORD);
        assertThat(visitor.opens("/" + other.path("key").asText(), "Cookie",
                opened.replace(link.path("id").asText(), other.path("id").asText())).status()).isEqualTo(200);
        expect(200, merchant.api().patch("/api/links/" + link.path("id").asText(), object("password", "another one")));
        opensNothing(opened);
    }

    @Test
    void aProgramOfTheMerchantMayGiveItInTheAddress() {
        assertThat(visitor.isSentTo(path + "?a=1&pw=" + encoded(PASSWORD))).matches("https://shop\\.example/\\?a=1&dub_id=\\w{16}");
        Answer wrong = visitor.opens(path + "?pw=wrong", "X-Forwarded-For", address);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.body()).isEqualTo("This is not the password.\n");
    }

    @Test
    void noPageAndNoAppLearnsWhereItLeads() {
        String domain = link.path("domain").asText();
        String key = link.path("key").asText();
        Api nobody = ConversionsServer.shared().api(null);
        for (Answer refused : List.of(
                nobody.post("/api/track/open", object("deepLink", link.path("shortLink").asText())),
                nobody.post("/api/track/click", object("domain", domain, "key", key), "User-Agent", Visitor.BROWSER),
                nobody.post("/api/track/visit", object("domain", domain, "url", "https://shop.example/" + key),
                        "User-Agent", Visitor.BROWSER))) {
            Errors.isError(refused, 404);
        }
        assertThat(clicks()).isZero();
        visitor.isSentTo(path + "?pw=" + encoded(PASSWORD), "X-Forwarded-For", address);
        assertThat(nobody.post("/api/track/open", object("dubDomain", domain), "X-Forwarded-For", address).body())
                .doesNotContain("shop.example");
    }

    @ParameterizedTest
    @CsvSource({"wrong", "''", "'öpen & sesame'", "' '"})
    void aWrongOneIsSaidSo(String password) {
        Answer wrong = gives(password, path);
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.header("Set-Cookie")).isNull();
        assertThat(wrong.body()).contains("role=\"alert\"", "This is not the password.");
        assertThat(clicks()).isZero();
    }

    @Test
    void whoTriesTooOftenHasToWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(gives("guess" + i, path).status()).isEqualTo(403);
        }
        Answer answer = gives(PASSWORD, path);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("600");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.body()).contains("Try again in 10 minutes");
        assertThat(visitor.opens(path + "?pw=" + encoded(PASSWORD), "X-Forwarded-For", address).status()).isEqualTo(429);
        assertThat(visitor.opens(path + "?pw=" + encoded(PASSWORD), "X-Forwarded-For", "2001:db8:ffff::1").status()).isEqualTo(302);
    }

    @Test
    void anEndlessFormIsWrong() {
        assertThat(gives("x".repeat(100_000), path).status()).isEqualTo(403);
    }

    @Test
    void thePasswordComesBeforeTheExpiry() {
        expect(200, merchant.api().patch("/api/links/" + link.path("id").asText(), object("expiresAt", "2020-01-01T00:00:00Z")));
        assertThat(visitor.opens(path).header("Location")).isNull();
        assertThat(visitor.isSentTo(path + "?pw=" + encoded(PASSWORD))).isEqualTo("https://shop.example/late");
    }

    private void opensNothing(String cookie) {
        assertThat(visitor.opens(path, "Cookie", cookie).status()).isEqualTo(200);
    }

    private Answer gives(String password, String to) {
        return ConversionsServer.shared().api(null).send("POST", to, BodyPublishers.ofString("password=" + encoded(password)),
                "User-Agent", Visitor.BROWSER, "Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded",
                "X-Forwarded-For", address);
    }

    private long clicks() {
        return merchant.read(link).path("clicks").asLong();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String hex() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0xffff));
    }
}
