package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRefusedTest {

    @ParameterizedTest
    @ValueSource(strings = {"busy", "slug_taken", "key_of_another_account"})
    void aReasonIsWordsWithUnderscoresBetween(String reason) {
        RequestRefused refused = RequestRefused.conflict(reason, "slug: there is a workspace acme");
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused).hasMessage("slug: there is a workspace acme");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "_", "Slug_taken", "slug taken", "slug-taken", "_slug", "slug_", "slug__taken", "slug2",
        "slug_taken\n", "slug: there is a workspace acme"})
    void aSentenceIsNoReason(String reason) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RequestRefused.conflict(reason, "slug: there is a workspace acme"));
    }
}
