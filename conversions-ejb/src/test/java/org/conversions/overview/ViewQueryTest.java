package org.conversions.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "interval=30d", "?interval=30d&country=DE%2CUS&city=-S%C3%A3o+Paulo", "query=metadata['plan']:'pro'",
        "refererUrl=https://news.example/a?b=c", "a=b;c~d!e$f(g)*h@i_j.k-l"})
    void whatAnAddressHasIsKeptAsItIs(String query) {
        assertThat(ViewQuery.checked(query)).isEqualTo(query);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a b", "a=<script>", "a=\"", "a=%", "a=%2", "a=%zz", "a#b", "a=\u00e4", "a=\n", "a=\\"})
    void anythingElseIsRefused(String query) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> ViewQuery.checked(query)).withMessageStartingWith("query: ");
    }

    @Test
    void aQueryHasAnEnd() {
        assertThat(ViewQuery.checked("a".repeat(2_000))).hasSize(2_000);
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> ViewQuery.checked("a".repeat(2_001)));
    }
}
