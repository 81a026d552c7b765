package org.conversions.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTokenTest {

    private static final String TOKEN = "share_0123456789abcdefghijABCDEFGHIJ01";

    @Test
    void aTokenIsReadAsItIsWritten() {
        assertThat(ShareToken.of(ShareToken.next())).isPresent();
        assertThat(ShareToken.of(TOKEN)).hasValue(new ShareToken(TOKEN, null, null));
        ShareToken proven = new ShareToken(TOKEN, Instant.ofEpochSecond(1_767_225_600), "a-b_c");
        assertThat(proven.text()).isEqualTo(TOKEN + ".1767225600.a-b_c");
        assertThat(ShareToken.of(proven.text())).hasValue(proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "share_", "share_short", TOKEN + "0", "conv_session_0123456789abcdefghijABCDEFGHIJ01", TOKEN + ".",
        TOKEN + ".1", TOKEN + "..a", TOKEN + ".x.a", TOKEN + ".1234567890123.a", TOKEN + ".1.", TOKEN + ".1.a.b", " " + TOKEN})
    void anythingElseIsNone(String text) {
        assertThat(ShareToken.of(text)).isEmpty();
    }
}
