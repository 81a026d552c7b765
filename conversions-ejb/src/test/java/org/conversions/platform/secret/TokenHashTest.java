package org.conversions.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenHashTest {

    @Test
    void isTheSha256InHexadecimal() {
        assertThat(TokenHash.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void onlyTheSameTokenMatches() {
        String hash = TokenHash.sha256("conv_secret");
        assertThat(TokenHash.matches("conv_secret", hash)).isTrue();
        assertThat(TokenHash.matches("conv_secreT", hash)).isFalse();
        assertThat(TokenHash.matches("", hash)).isFalse();
    }
}
