package org.conversions.embed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that a merchant's site shows to a partner, and what opens it. */
class EmbedIT {

    private static final String TOKENS = "/api/tokens/embed/referrals";
    private static final String DATA = "/api/embed/referrals";

    private final ConversionsServer server = ConversionsServer.shared();
    private final Merchant merchant = Merchant.of(EmbedIT.class);
    private final Api api = merchant.api();
    private final Api anybody = server.api(null);
    private final String word = unique("partner");

    @Test
    void aTokenShowsWhatOnePartnerHasAndNothingOfItsBuyers() {
        JsonNode partner = expect(201, api.post("/api/partners", object("email", word + "@partners.example",
                "name", "Pia Partner", "tenantId", word)));
        JsonNode link = expect(201, api.post("/api/partners/links", object("tenantId", word, "url", "https://shop.example/")));
        String buyer = unique("cus_");
        merchant.pays(merchant.click(link), buyer, 8_000);
        JsonNode shown = expect(200, shown(token(object("partnerId", partner.path("id").asText()))));
        assertThat(shown.path("partner").path("name").asText()).isEqualTo("Pia Partner");
        assertThat(shown.path("links").findValuesAsText("shortLink")).containsExactly(link.path("shortLink").asText());
        assertThat(shown.path("totals").path("clicks").asLong()).isEqualTo(1);
        assertThat(shown.path("totals").path("leads").asLong()).isEqualTo(1);
        assertThat(shown.path("totals").path("sales").asLong()).isEqualTo(1);
        assertThat(shown.path("totals").path("saleAmount").asLong()).isEqualTo(8_000);
        JsonNode earnings = shown.path("earnings");
        assertThat(earnings.path("currency").asText()).isEqualTo("usd");
        assertThat(earnings.path("digits").asInt()).isEqualTo(2);
        assertThat(earnings.path("total").asLong()).isEqualTo(earnings.path("held").asLong()
                + earnings.path("due").asLong() + earnings.path("paid").asLong());
        long owed = expect(200, api.get("/api/partners/" + partner.path("id").asText())).path("owedEarnings").asLong();
        assertThat(earnings.path("due").asLong()).isEqualTo(owed);
        assertThat(shown.toString()).doesNotContain(buyer, "buyers.example", "Bea", word + "@partners.example");
        assertThat(expect(200, shown(token(object("tenantId", word)))).path("partner")).isEqualTo(shown.path("partner"));
    }

    @Test
    void theProgramChoosesWhatThePageShows() {
        Merchant shop = Merchant.of(TestWorkspace.create(server, "Embed"));
        Api own = shop.api();
        expect(201, own.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        String group = expect(201, own.post("/api/groups", object("name", "Others"))).path("id").asText();
        expect(201, own.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 50, "groupId", group)));
        String pia = expect(201, own.post("/api/partners", object("email", word + "@partners.example", "name", "Pia Partner"))).path("id").asText();
        String ron = expect(201, own.post("/api/partners", object("email", "ron" + word + "@partners.example", "name", "Ron Rival"))).path("id").asText();
        shop.pays(shop.click(expect(201, own.post("/api/partners/links", object("partnerId", pia, "url", "https://shop.example/")))), unique("cus_"), 1_000);
        shop.pays(shop.click(expect(201, own.post("/api/partners/links", object("partnerId", ron, "url", "https://shop.example/")))), unique("cus_"), 3_000);
        String commission = expect(200, own.get("/api/commissions?partnerId=" + pia)).path(0).path("id").asText();
        expect(200, own.patch("/api/commissions/" + commission, object("status", "paid")));
        String token = expect(201, own.post(TOKENS, object("partnerId", pia))).path("publicToken").asText();
        JsonNode shown = expect(200, shown(token));
        assertThat(shown.path("rewards").findValuesAsText("text")).containsExactly("20 % of each sale");
        assertThat(shown.path("balances").path(0).path("paid").asLong()).isEqualTo(200);
        assertThat(shown.path("commissions").path(0).path("entries").findValuesAsText("kind")).containsExactly("earned", "paid");
        assertThat(shown.path("payouts").path(0).path("amount").asLong()).isEqualTo(200);
        assertThat(shown.path("links").path(0).path("qr").asText()).contains("/api/qr?url=");
        assertThat(expect(200, server.api(token).get(DATA + "/leaderboard"))).isEmpty();

        expect(200, own.patch("/api/program", object("termsUrl", "https://shop.example/terms", "embed", object("leaderboard", true,
                "hideEarnings", true, "hidePayouts", true, "hidePoweredByBadge", true, "customTermsUrl", "https://shop.example/page-terms",
                "faq", List.of(object("question", "When am I paid?", "answer", "Every month."))))));
        JsonNode less = expect(200, shown(token));
        assertThat(less.path("options").toString()).isEqualTo("{\"programName\":\"Partner program\",\"currency\":\"usd\",\"faq\":[{\"question\":\"When am I paid?\","
                + "\"answer\":\"Every month.\"}],\"leaderboard\":true,\"hideEarnings\":true,\"hidePayouts\":true,\"poweredByBadge\":false,"
                + "\"termsUrl\":\"https://shop.example/page-terms\",\"helpUrl\":null,\"supportEmail\":null}");
        assertThat(less.path("earnings").isNull()).isTrue();
        assertThat(List.of(less.path("balances").size(), less.path("commissions").size(), less.path("payouts").size())).containsOnly(0);
        JsonNode best = expect(200, server.api(token).get(DATA + "/leaderboard"));
        assertThat(best.findValuesAsText("name")).containsExactly("R••• R•••", "Pia Partner");
        assertThat(best.path(1).path("you").asBoolean()).isTrue();
        assertThat(best.path(0).path("earnings").isNull()).isTrue();
        expect(200, own.patch("/api/program", object("embed", object("hideEarnings", false, "customTermsUrl", ""))));
        assertThat(expect(200, server.api(token).get(DATA + "/leaderboard")).path(0).path("earnings").asLong()).isEqualTo(600);
        assertThat(expect(200, shown(token)).path("options").path("termsUrl").asText()).isEqualTo("https://shop.example/terms");
        assertThat(expect(200, shown(token)).path("options").path("faq")).hasSize(1);
    }

    @Test
    void aPartnerWhoIsDescribedIsEnrolledOnce() {
        String first = token(object("partner", object("email", word + "@partners.example", "name", "Ann")));
        String second = token(object("partner", object("email", word + "@partners.example", "name", "Anna")));
        assertThat(first).isNotEqualTo(second).matches("conv_embed_[0-9A-Za-z]{32}");
        JsonNode partner = expect(200, shown(first)).path("partner");
        assertThat(partner.path("name").asText()).isEqualTo("Anna");
        assertThat(expect(200, shown(second)).path("partner")).isEqualTo(partner);
        assertThat(expect(200, api.get("/api/partners?email=" + word + "@partners.example"))).hasSize(1);
    }

    @Test
    void aTokenIsShortLivedAndOpensNothingElse() {
        Answer answer = api.post(TOKENS, object("partner", object("email", word + "@partners.example")));
        Instant expires = Instant.parse(expect(201, answer).path("expires").asText());
        assertThat(expires).isBetween(Instant.now().plus(Duration.ofMinutes(119)), Instant.now().plus(Duration.ofMinutes(121)));
        String token = answer.json().path("publicToken").asText();
        for (String path : new String[] {"/api/partners", "/api/links", "/api/customers", "/api/workspace", "/api/analytics"}) {
            Errors.isError(server.api(token).get(path), 401);
        }
        Errors.isError(server.api(token).post(TOKENS, object("partner", object("email", "x@y.example"))), 401);
    }

    @Test
    void onlyATokenOpensTheFigures() {
        Errors.isError(anybody.get(DATA), 401);
        Errors.isError(anybody.get(DATA, "Authorization", "Basic eDp5"), 400);
        for (String other : new String[] {merchant.workspace().apiKey(), merchant.workspace().publishableKey(), "conv_embed_",
            "conv_embed_" + "x".repeat(32), "x".repeat(5_000)}) {
            Errors.isError(shown(other), 401);
        }
        String token = token(object("partner", object("email", word + "@partners.example")));
        Errors.isError(anybody.get(DATA + "?token=" + token), 401);
        assertThat(shown(token).header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown(token).header("Set-Cookie")).isNull();
    }

    @Test
    void ofManyTokensTheOldestStopToWork() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            tokens.add(token(object("partner", object("email", word + "@partners.example"))));
        }
        Errors.isError(shown(tokens.get(0)), 401);
        expect(200, shown(tokens.get(51)));
        expect(200, shown(tokens.get(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"partnerId\":\"pn_1\",\"tenantId\":\"x\"}", "{\"partner\":{}}", "{\"partner\":{\"email\":\"x\"}}",
        "{\"partnerId\":\"pn_1\",\"partner\":{\"email\":\"x@y.example\"}}"})
    void whoIsNotNamedOnceGetsNoToken(String body) {
        Errors.isError(api.post(TOKENS, body), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"partnerId\":\"pn_unknown\"}", "{\"tenantId\":\"unknown\"}", "{\"partnerId\":\"\"}"})
    void whoIsUnknownGetsNoToken(String body) {
        Errors.isError(api.post(TOKENS, body), 404);
    }

    @Test
    void aPublishableKeyAsksForNoToken() {
        Errors.isError(server.api(merchant.workspace().publishableKey()).post(TOKENS, object("partnerId", "pn_1")), 403);
        Errors.isError(anybody.post(TOKENS, object("partnerId", "pn_1")), 401);
    }

    @Test
    void anySiteMayFrameThePageAndItRunsNoScriptButItsOwn() {
        Answer page = anybody.get("/embed/referrals?token=x&theme=dark&themeOptions=%7B%7D&dynamicHeight=true");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("X-Frame-Options")).isNull();
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'", "frame-ancestors *")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain(" style=", " onload=", " onclick=")
                .doesNotContainPattern("<script(?! type=\"importmap\")[^>]*>[^<]");
        for (String file : new String[] {"embed/referrals.js", "embed/embed.css"}) {
            Matcher named = Pattern.compile("\"(/app/v-[0-9a-f]{12}/" + file + ")\"").matcher(page.body());
            assertThat(named.find()).as(file).isTrue();
            assertThat(anybody.get(named.group(1)).header("Cache-Control")).contains("immutable");
        }
        assertThat(anybody.get("/embed/nothing").status()).isEqualTo(404);
        assertThat(anybody.get("/app/").header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void whatIsPaidIsShownApartFromWhatIsDue() {
        JsonNode partner = expect(201, api.post("/api/partners", object("email", word + "@partners.example", "tenantId", word)));
        JsonNode link = expect(201, api.post("/api/partners/links", object("tenantId", word, "url", "https://shop.example/")));
        JsonNode rewards = expect(200, api.get("/api/rewards"));
        boolean mine = rewards.findValuesAsText("event").stream().noneMatch("sale"::equals);
        String reward = mine ? expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage",
                "amountInPercentage", 20))).path("id").asText() : null;
        try {
            merchant.pays(merchant.click(link), unique("cus_"), 5_000);
            String token = token(object("partnerId", partner.path("id").asText()));
            await().atMost(10, SECONDS).until(() -> shown(token).json().path("earnings").path("due").asLong() > 0);
            JsonNode before = shown(token).json();
            assertThat(before.path("rewards").findValuesAsText("event")).contains("sale");
            assertThat(before.path("commissions")).hasSize(1);
            assertThat(before.path("commissions").path(0).path("status").asText()).isEqualTo("pending");
            expect(200, api.patch("/api/commissions/bulk", object("commissionIds",
                    List.of(before.path("commissions").path(0).path("id").asText()), "status", "paid")));
            JsonNode after = shown(token).json().path("earnings");
            assertThat(after.path("due").asLong()).isZero();
            assertThat(after.path("paid")).isEqualTo(before.path("earnings").path("due"));
            assertThat(after.path("total")).isEqualTo(before.path("earnings").path("total"));
        } finally {
            if (mine) {
                api.delete("/api/rewards/" + reward);
            }
        }
    }

    private String token(Object body) {
        return expect(201, api.post(TOKENS, body)).path("publicToken").asText();
    }

    private Answer shown(String token) {
        return server.api(token).get(DATA);
    }
}
