package org.conversions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.api.Merchant;
import org.conversions.server.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that draw previews are shown what the merchant wrote for them; people never see it. */
class PreviewIT {

    private final Merchant merchant = Merchant.of(PreviewIT.class);
    private final Visitor visitor = new Visitor();
    private final JsonNode link = merchant.link("proxy", true, "title", "Sale \"> <script>alert(1)</script>",
            "description", "All for less & more", "image", "https://img.example/a.png?x=1&y=2");
    private final String path = "/" + link.path("key").asText();

    @ParameterizedTest
    @ValueSource(strings = {"facebookexternalhit/1.1", "Twitterbot/1.0", "Slackbot-LinkExpanding 1.0", "WhatsApp/2.23.20.0 A"})
    void aProgramSeesTheCard(String userAgent) {
        Answer answer = visitor.opens(path, "User-Agent", userAgent);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.body()).doesNotContain("<script", "dub_id").contains(
                "property=\"og:title\" content=\"Sale &quot;&gt; &lt;script&gt;alert(1)&lt;/script&gt;\"",
                "property=\"og:description\" content=\"All for less &amp; more\"",
                "property=\"og:image\" content=\"https://img.example/a.png?x=1&amp;y=2\"",
                "name=\"twitter:card\" content=\"summary_large_image\"", "<a href=\"https://shop.example/\">");
        assertThat(merchant.read(link).path("clicks").asLong()).isZero();
    }

    @Test
    void aPersonIsSentOn() {
        assertThat(visitor.isSentTo(path)).startsWith("https://shop.example/?dub_id=");
    }

    @Test
    void withoutACardAProgramIsSentOnToo() {
        JsonNode plain = merchant.link("title", "Sale");
        assertThat(visitor.isSentTo("/" + plain.path("key").asText(), "User-Agent", "Twitterbot/1.0"))
                .isEqualTo("https://shop.example/");
    }

    @Test
    void whatAProgramMayListItIsNotForbiddenToList() {
        merchant.api().patch("/api/links/" + link.path("id").asText(), object("doIndex", true));
        Answer answer = visitor.opens(path, "User-Agent", "Googlebot/2.1");
        assertThat(answer.header("X-Robots-Tag")).isNull();
        assertThat(answer.body()).doesNotContain("noindex");
    }
}
