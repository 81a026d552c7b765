package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {

    @Test
    void theImportMapIsTheOnlyScriptInADocumentThatIsAllowed() {
        // printf '{"imports": {}}' | openssl dgst -sha256 -binary | base64
        assertThat(PagePolicy.of("<script type=\"importmap\">{\"imports\": {}}</script><script>alert(1)</script>"))
                .contains("script-src 'self' 'sha256-CJt/FpW3RQlGvqBeO/YK74xrTm1ctS6rLMJu1bV4fMc=';").doesNotContain("unsafe");
    }

    @Test
    void withoutOneNoneIs() {
        assertThat(PagePolicy.of("<p>nothing</p>")).contains("script-src 'self';", "frame-ancestors 'none'");
    }
}
