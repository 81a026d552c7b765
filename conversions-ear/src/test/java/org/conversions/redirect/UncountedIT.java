package org.conversions.redirect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.conversions.api.AtOnce;
import org.conversions.api.Merchant;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;

/** Visits that are no clicks are seen as what they are, and by who asks for them only. */
class UncountedIT {

    private static final String BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final int STORM = 300;

    private final Merchant merchant = Merchant.of(UncountedIT.class);
    private final Visitor visitor = new Visitor();
    private final JsonNode link = merchant.link();
    private final String path = "/" + link.path("key").asText();

    @Test
    void aProgramIsKeptAsOne() {
        visitor.opens(path + "?utm_source=mail", "User-Agent", BOT, "Referer", "https://search.example/", "CF-IPCountry", "US");
        JsonNode visit = uncounted(1).path(0);
        assertThat(visit.path("uncounted").asText()).isEqualTo("bot");
        assertThat(visit.path("click").path("ua").asText()).isEqualTo(BOT);
        assertThat(visit.path("click").path("country").asText()).isEqualTo("US");
        assertThat(visit.path("click").path("referer").asText()).isEqualTo("search.example");
        isNoClick();
    }

    @Test
    void headAndLooksAheadAreKeptAsSuch() {
        ConversionsServer.shared().api(null).send("HEAD", path, BodyPublishers.noBody(), "User-Agent", Visitor.BROWSER);
        visitor.opens(path, "Sec-Purpose", "prefetch;prerender");
        assertThat(uncounted(2).findValuesAsText("uncounted")).containsExactlyInAnyOrder("head", "prefetch");
        isNoClick();
    }

    @Test
    void whoAsksNotToBeTrackedLeavesNothingButThatSomebodyCame() {
        visitor.opens(path + "?dub-no-track=1&email=zoe@example.com", "Referer", "https://blog.example/zoe", "CF-IPCountry", "DE");
        JsonNode visit = uncounted(1).path(0);
        assertThat(visit.path("uncounted").asText()).isEqualTo("no-track");
        assertThat(visit.toString()).doesNotContain("zoe", "blog", "\"DE\"", "Chrome", "127.0.0");
        isNoClick();
    }

    @Test
    void aPersonWhoComesBackIsNoSuchVisit() {
        String cookie = visitor.opens(path).header("Set-Cookie");
        visitor.opens(path, "Cookie", cookie.substring(0, cookie.indexOf(';')));
        visitor.opens(path, "User-Agent", BOT);
        assertThat(uncounted(1)).hasSize(1);
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
        assertThat(clicks()).hasSize(1);
        assertThat(clicks().path(0).path("uncounted").isMissingNode() || clicks().path(0).path("uncounted").isNull()).isTrue();
    }

    @Test
    void nobodyIsCreditedForSuchAVisit() {
        visitor.opens(path, "User-Agent", BOT);
        String id = uncounted(1).path(0).path("click").path("id").asText();
        Answer answer = merchant.lead(id, Merchant.unique("cus"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("error").path("message").asText()).contains("not counted", "bot");
    }

    @Test
    void aStormOfProgramsHoldsNobodyUp() {
        Callable<Integer> program = () -> visitor.opens(path, "User-Agent", BOT).status();
        assertThat(AtOnce.all(Collections.nCopies(STORM, program))).containsOnly(302);
        long start = System.nanoTime();
        assertThat(visitor.opens(path).header("Set-Cookie")).isNotNull();
        assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(5));
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
        uncounted(100);
        assertThat(ConversionsServer.shared().api(null).get("/metrics").body())
                .contains("conversions_uncounted_visits_stored", "conversions_uncounted_visits_left_out");
    }

    private void isNoClick() {
        assertThat(clicks()).isEmpty();
        assertThat(merchant.read(link).path("clicks").asLong()).isZero();
        assertThat(merchant.read(link).path("lastClicked").isNull()).isTrue();
        assertThat(expect(200, merchant.api().get("/api/analytics?linkId=" + link.path("id").asText())).path("clicks").asLong())
                .isZero();
    }

    private JsonNode clicks() {
        return expect(200, merchant.api().get("/api/events?event=clicks&linkId=" + link.path("id").asText()));
    }

    /** Waits for the visits: they are stored soon, not at once. */
    private JsonNode uncounted(int atLeast) {
        return await().atMost(20, SECONDS).until(() -> expect(200, merchant.api().get(
                "/api/events?event=clicks&uncounted=true&linkId=" + link.path("id").asText())), visits -> visits.size() >= atLeast);
    }
}
