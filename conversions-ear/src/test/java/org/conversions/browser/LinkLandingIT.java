package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.api.Merchant;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page says where visitors land by the rules of the redirect: by a table, and by what the redirect really does. */
@ResourceLock(Browser.NAME)
class LinkLandingIT {

    private static final Browser BROWSER = Browser.shared();
    private static final Map<String, String> AGENTS = Map.of("computer", Visitor.BROWSER,
            "ios", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1",
            "android", "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36",
            "program", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)");
    private static final Pattern FRAME = Pattern.compile("<iframe [^>]*src=\"([^\"]*)\"");

    private final Merchant merchant = Merchant.of(LinkLandingIT.class);
    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void open() {
        BROWSER.open(ConversionsServer.shared().base() + "/app/errors/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}                                                        | computer |    | sent default https://a.example/",
        "{trackConversion: true}                                   | computer |    | sent default https://a.example/?dub_id=CLICK_ID",
        "{trackConversion: true, url: 'https://a.example/?dub_id=x'}| computer|    | sent default https://a.example/?dub_id=CLICK_ID",
        "{trackConversion: true}                                   | program  |    | sent default https://a.example/",
        "{partnerId: 'p', key: 'kim'}                              | computer |    | sent default https://a.example/?via=kim&dub_id=CLICK_ID",
        "{url: 'https://buy.stripe.com/x?dub_client_reference_id=1'}| computer|    | sent default https://buy.stripe.com/x?client_reference_id=dub_id_CLICK_ID",
        "{url: 'https://buy.stripe.com/x?codeqr_client_reference_id=1&a=1'}|computer|| sent default https://buy.stripe.com/x?a=1&client_reference_id=codeqr_id_CLICK_ID",
        "{url: 'https://buy.stripe.com/x?dub_client_reference_id=2'}| computer|    | sent default https://buy.stripe.com/x",
        "{ios: 'https://i.example', geo: {DE: 'https://de.example'}}| ios     | DE | sent ios https://i.example",
        "{ios: 'https://i.example', geo: {DE: 'https://de.example'}}| android | DE | sent country https://de.example",
        "{android: 'https://d.example', geo: {DE: 'https://de.example'}}|android|FR| sent android https://d.example",
        "{geo: {DE: 'https://de.example'}}                         | computer | FR | sent default https://a.example/",
        "{rewrite: true, ios: 'https://i.example'}                 | ios      |    | framed frame https://a.example/",
        "{proxy: true}                                             | program  |    | preview preview null",
        "{proxy: true}                                             | computer |    | sent default https://a.example/",
        "{disabled: true, password: 'secret', expiresAt: '2020-01-01'}| computer | | nothing disabled null",
        "{password: 'secret', expiresAt: '2020-01-01'}             | computer |    | locked password null",
        "{expiresAt: '2027-01-02T00:00:00Z'}                       | computer |    | expired expired null",
        "{expiresAt: '2027-01-02T00:00:01Z'}                       | computer |    | sent default https://a.example/",
        "{expiresAt: '2020-01-01', expiredUrl: 'https://x.example', ios: 'https://i.example'}|ios|| expired expired https://x.example",
        "{testVariants: [{url: 'https://b.example', percentage: 30}, {url: 'https://c.example', percentage: 90}], testCompletedAt: '2027-02-01'}|computer|| sent test https://b.example 0.25 0.75",
        "{testVariants: [{url: 'https://b.example', percentage: 50}], testCompletedAt: '2027-01-01'}|computer|| sent default https://a.example/",
        "{testVariants: [{url: 'https://b.example', percentage: 50}], testStartedAt: '2027-01-03', testCompletedAt: '2027-02-01'}|computer|| sent default https://a.example/",
        "{testVariants: [{url: 'https://b.example', percentage: 50}], testCompletedAt: '2027-02-01'}|program|| sent default https://a.example/"})
    void aVisitorLandsWhereTheFirstRuleSays(String link, String device, String country, String landing) {
        assertThat(BROWSER.run("return import('/app/links/landing.js').then(({landing}) => landing({url: 'https://a.example/', ..." + link
                + "}, {device: arguments[0], country: arguments[1], at: '2027-01-02T00:00:00Z'}))"
                + ".then(({kind, reason, url, choices}) => [kind, reason, String(url), ...choices.map(({share}) => share)].join(' '))",
                device, country == null ? "" : country).asText()).isEqualTo(landing);
    }

    @Test
    void theDomainSaysWhereThoseGoWhoFindNothing() {
        String expression = "return import('/app/links/landing.js').then(({landing}) => landing({url: 'https://a.example/', ...arguments[0]}, {device: 'computer', country: '',"
                + " at: '2027-01-02'}, {expiredUrl: 'https://old.example', notFoundUrl: 'https://none.example'}).url)";
        assertThat(BROWSER.run(expression, object("disabled", true)).asText()).isEqualTo("https://none.example");
        assertThat(BROWSER.run(expression, object("expiresAt", "2026-01-01")).asText()).isEqualTo("https://old.example");
        assertThat(BROWSER.run(expression, object("expiresAt", "2026-01-01", "expiredUrl", "https://own.example")).asText()).isEqualTo("https://own.example");
    }

    @Test
    void theRedirectDoesWhatThePageSays() {
        String partner = expect(201, merchant.api().post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat"))).path("id").asText();
        String past = "2020-01-01T00:00:00Z";
        String soon = Instant.now().plusSeconds(3_600).toString();
        for (JsonNode link : List.of(merchant.link("trackConversion", false), merchant.link("utm_source", "mail & more"),
                merchant.link("partnerId", partner, "trackConversion", false),
                merchant.link("url", "https://buy.stripe.com/x?a=1&dub_client_reference_id=1#f", "partnerId", partner),
                merchant.link("url", "https://shop.example/?dub_id=old&via=x"),
                merchant.link("ios", "https://ios.example/app", "geo", Map.of("DE", "https://de.example/")),
                merchant.link("android", "https://android.example/app?x=1", "geo", Map.of("DE", "https://de.example/")),
                merchant.link("disabled", true, "password", "secret"), merchant.link("password", "secret", "expiresAt", past),
                merchant.link("expiresAt", past, "proxy", true), merchant.link("expiresAt", past, "expiredUrl", "https://shop.example/late"),
                merchant.link("proxy", true, "title", "A preview"), merchant.link("rewrite", true, "ios", "https://ios.example/"),
                merchant.link("testVariants", List.of(object("url", "https://a.example/", "percentage", 90), object("url", "https://b.example/", "percentage", 10)),
                        "testCompletedAt", soon, "geo", Map.of("DE", "https://de.example/")))) {
            AGENTS.forEach((device, agent) -> List.of("DE", "FR").forEach(country -> {
                JsonNode said = BROWSER.run("return import('/app/links/landing.js').then(({landing}) => landing(arguments[0],"
                        + " {device: arguments[1], country: arguments[2], at: new Date()}))", link, device, country);
                Map<String, Object> done = done(visitor.opens("/" + link.path("key").asText(), "User-Agent", agent, "CF-IPCountry", country,
                        "Accept", "text/html"));
                String of = device + " " + country + " " + link;
                assertThat(said.path("kind").asText()).as(of).isEqualTo(done.get("kind").equals("sent") && said.path("reason").asText().startsWith("expired")
                        ? "expired" : done.get("kind"));
                if (said.path("choices").isEmpty()) {
                    assertThat(said.path("url").asText(null)).as(of).isEqualTo(done.get("url"));
                } else {
                    assertThat(said.path("choices").findValuesAsText("url")).as(of).contains(((String) done.get("url")).replaceAll("\\?.*", ""));
                }
            }));
        }
    }

    /** Reads the kind of an answer to a visitor, and the address where it leads. */
    private static Map<String, Object> done(Answer answer) {
        Map<String, Object> done = new LinkedHashMap<>();
        Matcher frame = FRAME.matcher(answer.body());
        String url = answer.status() == 302 ? answer.header("Location") : frame.find() ? frame.group(1).replace("&amp;", "&") : null;
        done.put("kind", switch (answer.status()) {
            case 302 -> "sent";
            case 404 -> "nothing";
            case 410 -> "expired";
            default -> url != null ? "framed" : answer.body().contains("Password needed") ? "locked" : "preview";
        });
        done.put("url", url == null ? null : url.replaceAll("(dub_id[=_])[0-9A-Za-z]{16}", "$1CLICK_ID"));
        return done;
    }
}
