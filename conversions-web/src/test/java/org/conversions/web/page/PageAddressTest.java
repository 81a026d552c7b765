package org.conversions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "/app/,                            /app/index.html,               -, ''",
        "/app/members,                     /app/members,                  -, members",
        "/app/members/,                    /app/members/index.html,       -, members",
        "/app/stripe/connect/con_1,        /app/stripe/connect/con_1,     -, stripe",
        "/app/api-reference/,              /app/api-reference/index.html, -, api-reference",
        "/app/icon.svg,                    /app/icon.svg,                 -, icon.svg",
        "/oauth/authorize,                 /app/index.html,               -, authorize",
        "/oauth/authorize/,                /app/index.html,               -, authorize"})
    void namesAFileAndAPage(String path, String file, String version, String page) {
        PageAddress address = PageAddress.of(path).orElseThrow();
        assertThat(address.file()).isEqualTo(file);
        assertThat(address.version()).isEqualTo(version);
        assertThat(address.page()).isEqualTo(page);
    }

    @Test
    void thePortalHasADocumentOfItsOwnAndNoPages() {
        assertThat(PageAddress.of("/partners/")).contains(new PageAddress("/app/portal/index.html", null, null));
    }

    @Test
    void aVersionComesBeforeTheNameOfAFile() {
        assertThat(PageAddress.of("/app/v-0123456789ab/components/page.js"))
                .contains(new PageAddress("/app/components/page.js", "v-0123456789ab", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/v-0123456789ab/", "/app/v-0123/shell.js", "/app/v-0123456789AB/shell.js"})
    void whatOnlyLooksLikeAVersionIsAPage(String path) {
        assertThat(PageAddress.of(path).orElseThrow().version()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app", "/apple", "/oauth/", "/oauth/token", "/oauth/authorize/x", "/api/session", "/partners", "/partners/x"})
    void everythingElseIsNoneOfThem(String path) {
        assertThat(PageAddress.of(path)).isEmpty();
    }
}
