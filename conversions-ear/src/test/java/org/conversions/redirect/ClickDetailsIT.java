package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.api.Merchant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The details that are kept of a click. The tests come from the loopback address, which is trusted as a proxy. */
class ClickDetailsIT {

    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

    private final Merchant merchant = Merchant.of(ClickDetailsIT.class);
    private final Visitor visitor = new Visitor();
    private final JsonNode link = merchant.link("url", "https://shop.example/?utm_source=news&utm_medium=mail");
    private final String path = "/" + link.path("key").asText();

    @Test
    void deviceBrowserSystemAndTheOnePageBeforeAreKept() {
        visitor.opens(path, "User-Agent", IPHONE, "Referer", "https://www.blog.example/post?id=1");
        JsonNode click = click();
        assertThat(click.path("device").asText()).isEqualTo("Mobile");
        assertThat(click.path("browser").asText()).isEqualTo("Mobile Safari");
        assertThat(click.path("os").asText()).isEqualTo("iOS");
        assertThat(click.path("ua").asText()).isEqualTo(IPHONE);
        assertThat(click.path("referer").asText()).isEqualTo("blog.example");
        assertThat(click.path("refererUrl").asText()).isEqualTo("https://www.blog.example/post?id=1");
        assertThat(click.path("trigger").asText()).isEqualTo("link");
    }

    @Test
    void aVisitorWhoComesFromNowhereIsDirect() {
        visitor.opens(path);
        assertThat(click().path("referer").asText()).isEqualTo("(direct)");
        assertThat(click().path("refererUrl").asText()).isEmpty();
        assertThat(click().path("device").asText()).isEqualTo("Desktop");
    }

    @Test
    void theCampaignIsThatOfTheDestinationAndOfTheVisitorsOwnQuery() {
        visitor.opens(path + "?utm_campaign=spring&utm_source=poster");
        assertThat(click().path("url").asText())
                .isEqualTo("https://shop.example/?utm_medium=mail&utm_campaign=spring&utm_source=poster");
        assertThat(link.path("utm_source").asText()).isEqualTo("news");
        assertThat(link.path("utm_medium").asText()).isEqualTo("mail");
    }

    @ParameterizedTest
    @CsvSource({"CF-IPCountry, de, DE, EU", "CloudFront-Viewer-Country, BR, BR, SA", "X-Country-Code, JP, JP, AS",
        "X-Country-Code, ZZ, '', ''", "CF-IPCountry, <script>, '', ''"})
    void theCountryIsWhatATrustedProxySaw(String header, String said, String country, String continent) {
        visitor.opens(path, header, said);
        assertThat(click().path("country").asText()).isEqualTo(country);
        assertThat(click().path("continent").asText()).isEqualTo(continent);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.77, 203.0.113.0", "'10.1.2.3, 203.0.113.77', 203.0.113.0",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0", "not-an-address, 127.0.0.0"})
    void theAddressIsKeptWithoutItsLastPart(String forwardedFor, String kept) {
        visitor.opens(path, "X-Forwarded-For", forwardedFor);
        assertThat(click().path("ip").asText()).isEqualTo(kept);
    }

    @Test
    void overlongAndOddHeadersAreCutAndNeverFail() {
        String odd = "https://evil.example/" + "x".repeat(3_000);
        assertThat(visitor.opens(path, "Referer", odd, "User-Agent", "Mozilla/5.0 " + "y".repeat(3_000)).status())
                .isEqualTo(302);
        assertThat(click().path("refererUrl").asText()).hasSize(500);
        assertThat(click().path("ua").asText()).hasSize(500);
        assertThat(visitor.opens(path, "Referer", "::not a url::", "X-Forwarded-For", ",,,").status()).isEqualTo(302);
    }

    private JsonNode click() {
        return merchant.api().get("/api/events?event=clicks&linkId=" + link.path("id").asText()).json().path(0)
                .path("click");
    }
}
