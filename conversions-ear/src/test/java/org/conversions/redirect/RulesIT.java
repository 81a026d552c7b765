package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.api.Merchant;
import org.conversions.server.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a link beyond leading to its destination, and their order. */
class RulesIT {

    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private static final String PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
    private static final String PAST = "2020-01-01T00:00:00Z";

    private final Merchant merchant = Merchant.of(RulesIT.class);
    private final Visitor visitor = new Visitor();

    @Test
    void aDisabledLinkIsAsIfThereWereNone() {
        JsonNode link = merchant.link("disabled", true, "password", "secret", "expiresAt", PAST);
        isPage(404, visitor.opens(path(link), "Accept", "text/html"), "Nothing is here");
        assertThat(visitor.opens(path(link)).body()).doesNotContain("<").contains("There is no link");
        expect(200, merchant.api().patch("/api/links/" + link.path("id").asText(),
                object("disabled", false, "password", null, "expiresAt", null)));
        assertThat(visitor.isSentTo(path(link))).startsWith("https://shop.example/");
    }

    @Test
    void anExpiredLinkSaysSoOrLeadsWhereItShould() {
        JsonNode link = merchant.link("expiresAt", PAST, "ios", "https://ios.example/");
        Answer page = visitor.opens(path(link), "Accept", "text/html", "User-Agent", IPHONE);
        isPage(410, page, "This link has expired");
        assertThat(visitor.opens(path(link), "Accept", "application/json").body()).isEqualTo("This link has expired.\n");
        JsonNode late = merchant.link("expiresAt", PAST, "expiredUrl", "https://shop.example/late");
        assertThat(visitor.isSentTo(path(late))).isEqualTo("https://shop.example/late");
        JsonNode later = merchant.link("expiresAt", Instant.now().plusSeconds(3_600).toString());
        assertThat(visitor.isSentTo(path(later))).startsWith("https://shop.example/?dub_id=");
        assertThat(merchant.read(link).path("clicks").asLong() + merchant.read(late).path("clicks").asLong()).isZero();
    }

    @Test
    void theDeviceChoosesBeforeTheCountryAndBothBeforeTheRest() {
        JsonNode link = devices("trackConversion", false);
        assertThat(visitor.isSentTo(path(link), "User-Agent", IPHONE, "CF-IPCountry", "DE")).isEqualTo("https://ios.example/app");
        assertThat(visitor.isSentTo(path(link), "User-Agent", PIXEL, "CF-IPCountry", "DE")).isEqualTo("https://android.example/app");
        assertThat(visitor.isSentTo(path(link), "CF-IPCountry", "de")).isEqualTo("https://de.example/");
        assertThat(visitor.isSentTo(path(link), "CloudFront-Viewer-Country", "FR")).isEqualTo("https://fr.example/");
        assertThat(visitor.isSentTo(path(link), "CF-IPCountry", "XX")).isEqualTo("https://shop.example/");
        assertThat(visitor.isSentTo(path(link))).isEqualTo("https://shop.example/");
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ios", "geo", "own"})
    void everyDestinationGetsTheClickAndTheVisitorsParametersButNoneThatAreReserved(String which) {
        JsonNode link = devices("geo", Map.of("DE", "https://buy.stripe.com/de?dub_client_reference_id=1&a=1"));
        String query = "?utm_source=mail&dub_id=x&cq_id=x&via=mallory&client_reference_id=x&pw=x&dub_client_reference_id=1"
                + "&redir_url=https%3A%2F%2Fevil.example&skip_deeplink_preview=1&bot=1";
        String location = visitor.isSentTo(path(link) + query, "User-Agent", which.equals("ios") ? IPHONE : Visitor.BROWSER,
                "CF-IPCountry", which.equals("geo") ? "DE" : "US");
        assertThat(location).matches(switch (which) {
            case "ios" -> "https://ios\\.example/app\\?utm_source=mail&bot=1&dub_id=[0-9A-Za-z]{16}";
            case "geo" -> "https://buy\\.stripe\\.com/de\\?a=1&utm_source=mail&bot=1&client_reference_id=dub_id_[0-9A-Za-z]{16}";
            default -> "https://shop\\.example/\\?utm_source=mail&bot=1&dub_id=[0-9A-Za-z]{16}";
        });
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void aTestSpreadsVisitorsAndEachKeepsTheDestination() {
        JsonNode link = merchant.link("testVariants", List.of(object("url", "https://a.example/", "percentage", 50),
                object("url", "https://b.example/", "percentage", 50)),
                "testCompletedAt", Instant.now().plusSeconds(3_600).toString());
        Set<String> seen = new TreeSet<>();
        IntStream.range(0, 40).forEach(i -> seen.add(visitor.isSentTo(path(link)).replaceAll("\\?.*", "")));
        assertThat(seen).containsExactly("https://a.example/", "https://b.example/");
        Answer first = visitor.opens(path(link));
        List<String> cookies = first.headers().allValues("Set-Cookie");
        String variant = cookies.stream().filter(cookie -> cookie.startsWith("dub_id_test_")).findFirst().orElseThrow();
        assertThat(variant).contains("Max-Age=604800", "Path=" + path(link) + ";", "HttpOnly", "SameSite=Lax");
        for (int i = 0; i < 10; i++) {
            assertThat(visitor.isSentTo(path(link), "Cookie", variant.substring(0, variant.indexOf(';'))))
                    .startsWith(first.header("Location").replaceAll("\\?.*", ""));
        }
        assertThat(visitor.isSentTo(path(link), "User-Agent", "curl/8.5.0")).isEqualTo("https://shop.example/");
    }

    @Test
    void aFrameShowsTheDestinationUnderTheShortAddressAndCounts() {
        JsonNode link = devices("rewrite", true, "title", "Sale & more");
        Answer answer = visitor.opens(path(link) + "?a=1", "User-Agent", IPHONE);
        isPage(200, answer, "<title>Sale &amp; more</title>");
        assertThat(answer.body()).containsPattern("<iframe sandbox=\"[a-z -]+\" src=\"https://shop\\.example/\\?a=1&amp;dub_id=[0-9A-Za-z]{16}\"");
        assertThat(answer.header("Content-Security-Policy")).endsWith("frame-src https://shop.example");
        assertThat(answer.header("Set-Cookie")).contains("dub_id_");
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void searchEnginesMayListOnlyWhatSaysSo() {
        assertThat(visitor.opens(path(merchant.link())).header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(visitor.opens(path(merchant.link("doIndex", true))).header("X-Robots-Tag")).isNull();
    }

    @Test
    void aKeyTypedInAnotherCaseIsFoundInSmallLetters() {
        String key = unique("small");
        merchant.link("key", key);
        assertThat(visitor.isSentTo("/" + key.toUpperCase() + "/")).startsWith("https://shop.example/");
    }

    @Test
    void aPartnersLinkSaysWhoseItIs() {
        String partner = expect(201, merchant.api().post("/api/partners", object("email", unique("pat") + "@example.com")))
                .path("id").asText();
        JsonNode link = expect(201, merchant.api().post("/api/partners/links",
                object("partnerId", partner, "url", "https://shop.example/")));
        String key = link.path("key").asText();
        assertThat(visitor.isSentTo("/" + key + "?via=mallory"))
                .matches("https://shop\\.example/\\?via=" + key + "&dub_id=[0-9A-Za-z]{16}");
        assertThat(visitor.isSentTo("/" + key + "?dub-no-track=1")).isEqualTo("https://shop.example/");
    }

    @ParameterizedTest
    @CsvSource({"CF-IPCountry, CF-Region-Code, CF-IPCity", "CloudFront-Viewer-Country, CloudFront-Viewer-Country-Region,"
            + " CloudFront-Viewer-City", "X-Vercel-IP-Country, X-Vercel-IP-Country-Region, X-Vercel-IP-City"})
    void regionAndCityAreWhatATrustedProxySaw(String country, String region, String city) {
        JsonNode link = merchant.link();
        visitor.opens(path(link), country, "BR", region, "SP", city, "S%C3%A3o Paulo");
        JsonNode click = merchant.api().get("/api/events?event=clicks&linkId=" + link.path("id").asText()).json().path(0)
                .path("click");
        assertThat(click.path("country").asText()).isEqualTo("BR");
        assertThat(click.path("city").asText()).isEqualTo("São Paulo");
        assertThat(click.path("region").asText()).isIn("BR-SP", "SP");
        assertThat(click.path("continent").asText()).isEqualTo("SA");
    }

    private JsonNode devices(Object... more) {
        Map<String, Object> fields = object("ios", "https://ios.example/app", "android", "https://android.example/app",
                "geo", Map.of("DE", "https://de.example/", "FR", "https://fr.example/"));
        fields.putAll(object(more));
        return merchant.link(fields.entrySet().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray());
    }

    private static void isPage(int status, Answer answer, String text) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'").contains("style-src 'sha256-");
        assertThat(answer.body()).contains("<html lang=\"en\">", text).doesNotContain("<script");
    }

    private static String path(JsonNode link) {
        return "/" + link.path("key").asText();
    }
}
