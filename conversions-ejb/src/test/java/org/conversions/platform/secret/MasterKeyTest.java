package org.conversions.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private static final String RANDOM = "q0V1m2X3c4B5n6M7a8S9d0F1g2H3j4K5l6Q7w8E9r0T=";
    private static final String PHRASE = "correct horse battery staple, written down";

    private final MasterKey key = new MasterKey(RANDOM);

    @Test
    void keysOfDifferentPurposesHaveNothingInCommonAndThoseOfOneAreTheSameOnEveryNode() {
        assertThat(key.sealing("a")).isEqualTo(new MasterKey(RANDOM).sealing("a")).isNotEqualTo(key.sealing("b"));
        assertThat(key.sealing("a").getEncoded()).hasSize(32).isNotEqualTo(key.mac("a", ""))
                .isNotEqualTo(key.sealingAtFirst().getEncoded());
        assertThat(key.fingerprint()).hasSize(64).startsWith(key.id())
                .isNotEqualTo(HexFormat.of().formatHex(key.sealingAtFirst().getEncoded()));
    }

    @Test
    void aTextThatAPersonMayHaveMadeUpIsStretchedSoThatEachGuessTakesLong() {
        long start = System.nanoTime();
        new MasterKey(PHRASE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(20));
    }
}
