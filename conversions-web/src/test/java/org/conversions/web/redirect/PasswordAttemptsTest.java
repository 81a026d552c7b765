package org.conversions.web.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordAttemptsTest {

    private Duration now = Duration.ZERO;
    private final PasswordAttempts attempts = new PasswordAttempts(() -> now.toNanos());

    @Test
    void tenWrongOnesAreEnoughForTenMinutes() {
        tryTenTimes("192.0.2.1");
        assertThat(attempts.tooMany("192.0.2.1", "link_1")).isTrue();
        assertThat(attempts.tooMany("192.0.2.2", "link_1")).isFalse();
        now = PasswordAttempts.FORGOTTEN_AFTER.plusSeconds(1);
        assertThat(attempts.tooMany("192.0.2.1", "link_1")).isFalse();
    }

    @Test
    void aRightOneDoesNotCount() {
        for (int i = 0; i < 3 * PasswordAttempts.TRIES_MAX; i++) {
            assertThat(attempts.tooMany("192.0.2.1", "link_1")).isFalse();
            attempts.right("192.0.2.1", "link_1");
        }
        tryTenTimes("192.0.2.1");
        assertThat(attempts.tooMany("192.0.2.1", "link_1")).isTrue();
    }

    @Test
    void ofOneLinkAThousandAreEnoughForADayWhereverTheyComeFrom() {
        for (int i = 0; i < PasswordAttempts.TRIES_OF_LINK_MAX; i++) {
            assertThat(attempts.tooMany("2001:db8:0:" + Integer.toHexString(i) + "::1", "link_1")).isFalse();
        }
        assertThat(attempts.tooMany("192.0.2.1", "link_1")).isTrue();
        assertThat(attempts.tooMany("192.0.2.1", "link_2")).isFalse();
        now = PasswordAttempts.DAY.plusSeconds(1);
        assertThat(attempts.tooMany("192.0.2.1", "link_1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, ::ffff:192.0.2.1, true", "nonsense, 192.0.2.1, false"})
    void aNetworkOfIpv6IsOneVisitor(String first, String second, boolean same) {
        tryTenTimes(first);
        assertThat(attempts.tooMany(second, "link_1")).isEqualTo(same);
    }

    private void tryTenTimes(String address) {
        for (int i = 0; i < PasswordAttempts.TRIES_MAX; i++) {
            assertThat(attempts.tooMany(address, "link_1")).isFalse();
        }
    }
}
