package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagePolicyTest {

    @Test
    void theImportMapIsTheOnlyScriptInADocumentThatIsAllowed() {
        // printf '{"imports": {}}' | openssl dgst -sha256 -binary | base64
        PagePolicy policy = PagePolicy.of("<script type=\"importmap\">{\"imports\": {}}</script><script>alert(1)</script>");
        for (String one : List.of(policy.pages(), policy.embedded())) {
            assertThat(one).contains("script-src 'self' 'sha256-CJt/FpW3RQlGvqBeO/YK74xrTm1ctS6rLMJu1bV4fMc=';", "trusted-types lit-html")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void withoutOneNoneIs() {
        assertThat(PagePolicy.of("<p>nothing</p>").pages()).contains("script-src 'self';", "frame-ancestors 'none'");
        assertThat(PagePolicy.of("<p>nothing</p>").embedded()).contains("script-src 'self';", "frame-ancestors *", "default-src 'none'");
    }

    @Test
    void anotherDocumentTakesTheImportMapAsItIs() {
        assertThat(PagePolicy.importMap("<head><script type=\"importmap\">{\n}</script>")).isEqualTo("<script type=\"importmap\">{\n}</script>");
        assertThat(PagePolicy.importMap("<head></head>")).isEmpty();
    }
}
