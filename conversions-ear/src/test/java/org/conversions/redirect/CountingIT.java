package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.conversions.api.AtOnce;
import org.conversions.api.Merchant;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The count of visitors, and of their visits. */
@OnBothDatabases
class CountingIT {

    private static final int CLICKS = 200;

    private final Merchant merchant = Merchant.of(CountingIT.class);
    private final Visitor visitor = new Visitor();
    private final JsonNode link = merchant.link();
    private final String path = "/" + link.path("key").asText();

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "facebookexternalhit/1.1", "WhatsApp/2.23.20.0 A", "curl/8.5.0", "python-requests/2.31", "Slackbot-LinkExpanding 1.0",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0.0.0 Safari/537.36", " "})
    void aProgramIsSentOnWithoutAnIdAndNotCounted(String userAgent) {
        isSentOnWithoutAnId(visitor.opens(path, "User-Agent", userAgent));
    }

    @ParameterizedTest
    @CsvSource({"Purpose, prefetch", "Sec-Purpose, prefetch;prerender", "X-Moz, prefetch", "X-Purpose, preview"})
    void aPageThatABrowserFetchesInAdvanceIsNotCounted(String header, String value) {
        isSentOnWithoutAnId(visitor.opens(path, header, value));
    }

    @Test
    void whoAsksNotToBeCountedIsNot() {
        isSentOnWithoutAnId(visitor.opens(path + "?dub-no-track=1"));
        isSentOnWithoutAnId(visitor.opens(path, "dub-no-track", "1"));
    }

    @Test
    void headIsAnsweredAndNotCounted() {
        isSentOnWithoutAnId(ConversionsServer.shared().api(null)
                .send("HEAD", path, BodyPublishers.noBody(), "User-Agent", Visitor.BROWSER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsAreNotForLinks(String method) {
        Answer answer = ConversionsServer.shared().api(null)
                .send(method, path, BodyPublishers.noBody(), "User-Agent", Visitor.BROWSER);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(clicks()).isZero();
    }

    @Test
    void theSameVisitorKeepsTheIdForAnHourAndIsCountedOnce() {
        Answer first = visitor.opens(path);
        String cookie = first.header("Set-Cookie");
        assertThat(cookie).contains("Path=" + path, "Max-Age=3600", "HttpOnly", "SameSite=Lax");
        Answer second = visitor.opens(path, "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Set-Cookie")).isNull();
        assertThat(clicks()).isEqualTo(1);
    }

    @Test
    void aCookieThatIsNoneOfOursIsANewVisitor() {
        String name = visitor.opens(path).header("Set-Cookie").split("=")[0];
        visitor.opens(path, "Cookie", name + "=not-a-click-id");
        visitor.opens(path, "Cookie", name + "=");
        visitor.opens(path, "Cookie", "other=0123456789abcdef");
        visitor.opens(path, "Cookie", ";;;=");
        assertThat(clicks()).isEqualTo(5);
    }

    @Test
    void aPrintedCodeIsCountedAsOneAndSaysNothingToTheShop() {
        assertThat(visitor.isSentTo(path + "?qr=1")).doesNotContain("qr=");
        JsonNode click = merchant.api().get("/api/events?linkId=" + link.path("id").asText()).json().path(0);
        assertThat(click.path("click").path("trigger").asText()).isEqualTo("qr");
        assertThat(click.path("click").path("qr").booleanValue()).isTrue();
        assertThat(click.path("qr").intValue()).isEqualTo(1);
    }

    @Test
    void everyOneOfManyClicksAtOnceIsCountedAndHasAnIdOfItsOwn() {
        Callable<String> click = () -> visitor.isSentTo(path);
        assertThat(AtOnce.all(Collections.nCopies(CLICKS, click))).doesNotHaveDuplicates();
        String id = link.path("id").asText();
        assertThat(clicks()).isEqualTo(CLICKS);
        assertThat(merchant.api().get("/api/analytics?linkId=" + id).json().path("clicks").asLong()).isEqualTo(CLICKS);
        assertThat(merchant.api().get("/api/events?limit=1000&linkId=" + id).json()).hasSize(CLICKS);
        assertThat(merchant.read(link).path("lastClicked").asText()).endsWith("Z");
    }

    private void isSentOnWithoutAnId(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("https://shop.example/");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(clicks()).isZero();
    }

    private long clicks() {
        return merchant.read(link).path("clicks").asLong();
    }
}
