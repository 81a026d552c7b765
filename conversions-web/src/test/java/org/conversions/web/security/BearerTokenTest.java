package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.RequestRefused;
import org.conversions.platform.RequestRefused.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @Test
    void theTokenIsWhatFollowsTheScheme() {
        assertThat(BearerToken.of("Bearer conv_abc")).isEqualTo("conv_abc");
        assertThat(BearerToken.of("bearer   conv_abc ")).isEqualTo("conv_abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void withoutAHeaderTheCallerIsUnknown(String header) {
        assertRefused(header, Code.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv_abc", "Basic YTpi", "Bearer", "Bearer ", "Bearer a b", "BearerX", "Bearer sché"})
    void aHeaderOfAnotherFormIsABadRequest(String header) {
        assertRefused(header, Code.BAD_REQUEST);
    }

    private static void assertRefused(String header, Code code) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> BearerToken.of(header))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
