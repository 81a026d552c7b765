package org.conversions.web.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.conversions.link.LinkExperiment;
import org.conversions.link.LinkPreview;
import org.conversions.link.LinkRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorPageTest {

    private static final String HOSTILE = "\"><script>alert('1')</script>&";

    @Test
    void whatAMerchantWritesIsText() {
        VisitorPage page = VisitorPage.preview(rules(HOSTILE, HOSTILE, "https://img.example/\"><script>"),
                "https://shop.example/?a=1&b='2'");
        assertThat(page.html()).doesNotContain("<script").contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;",
                "href=\"https://shop.example/?a=1&amp;b=&#39;2&#39;\"");
        assertThat(VisitorPage.frame(rules(HOSTILE, null, null), "https://shop.example/").html()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:image/png;base64,AAAA", "//img.example/a.png", "ftp://img.example/a.png", ""})
    void aPictureIsAWebAddress(String image) {
        assertThat(VisitorPage.preview(rules("Sale", null, image), "https://shop.example/").html())
                .doesNotContain("og:image", "twitter:image").contains("content=\"summary\"");
    }

    @Test
    void aPreviewHasWhatNetworksRead() {
        String html = VisitorPage.preview(rules("Sale", "All for less", "HTTPS://img.example/a.png"), "https://shop.example/").html();
        assertThat(html).contains("<title>Sale</title>", "property=\"og:title\" content=\"Sale\"",
                "property=\"og:description\" content=\"All for less\"", "property=\"og:image\" content=\"HTTPS://img.example/a.png\"",
                "name=\"twitter:card\" content=\"summary_large_image\"", "name=\"robots\" content=\"noindex\"");
        assertThat(VisitorPage.preview(LinkRules.NONE, "https://shop.example/").html()).contains("<title>shop.example</title>");
    }

    @Test
    void aFrameMayShowTheDestinationAndNothingElse() {
        VisitorPage page = VisitorPage.frame(LinkRules.NONE, "https://shop.example:8443/a?b=1&dub_id=x#c");
        assertThat(page.policy()).startsWith("default-src 'none';").endsWith("; frame-src https://shop.example:8443")
                .doesNotContain("unsafe", "script");
        assertThat(page.html()).contains("<iframe sandbox=\"").doesNotContain("allow-top-navigation")
                .contains("\" src=\"https://shop.example:8443/a?b=1&amp;dub_id=x#c\" title=\"shop.example:8443\">");
    }

    @ParameterizedTest
    @EnumSource(LinkLock.Proof.class)
    void thePasswordPageIsForPeopleWhoSeeAndWhoDoNot(LinkLock.Proof proof) {
        VisitorPage page = VisitorPage.locked(proof);
        boolean problem = proof == LinkLock.Proof.WRONG || proof == LinkLock.Proof.TOO_MANY_TRIES;
        assertThat(page.html()).startsWith("<!doctype html>").contains("<html lang=\"en\">", "<label for=\"password\">", "noindex");
        assertThat(page.html().contains("role=\"alert\"")).isEqualTo(problem);
        assertThat(page.html().contains("aria-describedby=\"wrong\"")).isEqualTo(problem);
        assertThat(page.text()).doesNotContain("<");
    }

    @Test
    void noPageLoadsOrRunsAnything() {
        for (VisitorPage page : List.of(VisitorPage.notFound(), VisitorPage.expired(), VisitorPage.unavailable(),
                VisitorPage.locked(LinkLock.Proof.NONE), VisitorPage.preview(LinkRules.NONE, "https://shop.example/"))) {
            assertThat(page.html()).doesNotContain("<script", "<link", "src=", "url(", "style=");
            assertThat(page.policy()).startsWith("default-src 'none'").contains("style-src 'sha256-").doesNotContain("unsafe");
        }
    }

    private static LinkRules rules(String title, String description, String image) {
        return new LinkRules(null, null, null, null, new LinkPreview(title, description, image, null, true), false, false, false, null, null,
                Map.of(), LinkExperiment.NONE);
    }
}
