package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.api.Merchant;
import org.conversions.server.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The destination of a visitor is the merchant's word alone. */
class DestinationIT {

    private static final String ID = "[0-9A-Za-z]{16}";

    private final Merchant merchant = Merchant.of(DestinationIT.class);
    private final Visitor visitor = new Visitor();

    @Test
    void anUnknownKeyLeadsNowhere() {
        Answer answer = visitor.opens("/" + unique("nothing"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.body()).doesNotContain("<");
    }

    @Test
    void aLinkThatTracksConversionsPassesTheClickIdOn() {
        JsonNode link = merchant.link("url", "https://shop.example/sale?a=1#top");
        Answer answer = visitor.opens(path(link));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).matches("https://shop\\.example/sale\\?a=1&dub_id=" + ID + "#top");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isNull();
    }

    @Test
    void aLinkThatDoesNotTrackConversionsPassesNothingOn() {
        JsonNode link = merchant.link("trackConversion", false);
        assertThat(visitor.isSentTo(path(link))).isEqualTo("https://shop.example/");
        assertThat(merchant.read(link).path("clicks").asLong()).isEqualTo(1);
    }

    @Test
    void theWorkspacesVocabularyNamesTheClickId() {
        try {
            expect(200, merchant.api().patch("/api/workspace", object("vocabulary", "codeqr")));
            assertThat(visitor.isSentTo(path(merchant.link()))).matches("https://shop\\.example/\\?cq_id=" + ID);
        } finally {
            expect(200, merchant.api().patch("/api/workspace", object("vocabulary", "dub")));
        }
        assertThat(visitor.isSentTo(path(merchant.link()))).matches("https://shop\\.example/\\?dub_id=" + ID);
    }

    @ParameterizedTest
    @CsvSource({"dub_client_reference_id, dub_id_", "codeqr_client_reference_id, codeqr_id_"})
    void aPaymentLinkWithAMarkerGetsTheClickIdInTheClientReference(String marker, String prefix) {
        JsonNode link = merchant.link("url", "https://buy.stripe.com/abc?locale=de&" + marker + "=1",
                "trackConversion", false);
        assertThat(visitor.isSentTo(path(link)))
                .matches("https://buy\\.stripe\\.com/abc\\?locale=de&client_reference_id=" + prefix + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dub_client_reference_id=1", "codeqr_client_reference_id=1", "client_reference_id=dub_id_x",
        "dub_id=x", "cq_id=x", "DUB_ID=x", "dub%5Fid=x", "via=mallory", "dub_id=x&dub_id=y"})
    void whatSaysWhoseClickItIsCannotComeFromTheVisitor(String query) {
        assertThat(visitor.isSentTo(path(merchant.link()) + "?" + query))
                .matches("https://shop\\.example/\\?dub_id=" + ID);
    }

    @Test
    void theVisitorsOtherParametersArePassedOnInPlaceOfStoredOnes() {
        JsonNode link = merchant.link("url", "https://shop.example/?utm_source=mail&plan=basic", "trackConversion", false);
        assertThat(visitor.isSentTo(path(link) + "?plan=pro&name=Zo%C3%AB"))
                .isEqualTo("https://shop.example/?utm_source=mail&plan=pro&name=Zo%C3%AB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url=https://evil.example", "redir_url=https://evil.example", "next=//evil.example",
        "@evil.example", "=https://evil.example", "%0d%0aLocation:%20https://evil.example", "#@evil.example"})
    void noQueryChangesTheSiteThatAVisitorIsSentTo(String query) {
        Answer answer = visitor.opens(path(merchant.link()) + "?" + query);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().allValues("Location")).singleElement().asString()
                .startsWith("https://shop.example/?").doesNotContain("\r", "\n");
    }

    @Test
    void aChangedDestinationIsUsedAtOnce() {
        JsonNode link = merchant.link("trackConversion", false);
        visitor.opens(path(link));
        expect(200, merchant.api().patch("/api/links/" + link.path("id").asText(), object("url", "https://new.example/")));
        assertThat(visitor.isSentTo(path(link))).isEqualTo("https://new.example/");
    }

    @Test
    void aDeletedLinkLeadsNowhereAtOnceAndANewOneMayHaveItsKey() {
        JsonNode link = merchant.link();
        visitor.opens(path(link));
        expect(200, merchant.api().delete("/api/links/" + link.path("id").asText()));
        assertThat(visitor.opens(path(link)).status()).isEqualTo(404);
        merchant.link("key", link.path("key").asText(), "url", "https://second.example/", "trackConversion", false);
        assertThat(visitor.isSentTo(path(link))).isEqualTo("https://second.example/");
    }

    private static String path(JsonNode link) {
        return "/" + link.path("key").asText();
    }
}
