package org.conversions.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;

class FirstKeysTest {

    @Test
    void keysThatWereNotGivenAreMadeAndAppearInNoLog() {
        FirstKeys given = new FirstKeys(Optional.of("the-key-of-the-operator-1"), Optional.empty(), Optional.empty(),
                Optional.empty());
        FirstKeys complete = given.completed();
        assertThat(complete.secret()).isEqualTo(given.secret());
        assertThat(complete.publishable().orElseThrow()).startsWith("conv_pk_");
        assertThat(complete.testSecret().orElseThrow()).startsWith("conv_test_");
        assertThat(complete.testPublishable().orElseThrow()).startsWith("conv_test_pk_");
        assertThat(complete.toString()).doesNotContain("the-key", "conv_pk_", "conv_test_");
    }

    @Test
    void noTwoKeysOfAWorkspaceAreOne() {
        Optional<String> one = Optional.of("the-key-of-the-operator-1");
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> new FirstKeys(one, Optional.empty(), one, Optional.empty()))
                .withMessageStartingWith("testApiKey: ");
    }
}
