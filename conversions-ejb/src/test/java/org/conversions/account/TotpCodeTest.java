package org.conversions.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final TimeBasedOneTimePasswordGenerator EIGHT_DIGITS =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 8);
    private static final TimeBasedOneTimePasswordGenerator SIX_DIGITS = new TimeBasedOneTimePasswordGenerator();
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = 1_111_111_109 / 30;

    /** Appendix B of RFC 6238, for SHA-1. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037",
        "20000000000, 65353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(TotpCode.step(EIGHT_DIGITS, SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code.substring(2), Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void aClockMayBeAStepOff(long seconds, boolean right) {
        String code = code(NOW.plusSeconds(seconds));
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code, NOW, 0).isPresent()).isEqualTo(right);
    }

    @Test
    void noCodeOpensTwiceAndNoneThatIsOlderThanTheLast() {
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code(NOW), NOW, STEP - 1)).hasValue(STEP);
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code(NOW), NOW, STEP)).isEmpty();
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code(NOW.minusSeconds(30)), NOW, STEP)).isEmpty();
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code(NOW.plusSeconds(30)), NOW, STEP)).hasValue(STEP + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "000000", "81804", "0081804", "۰۸۱۸۰۴", "081804x", "a"})
    void whatIsNoCodeOpensNothing(String code) {
        assertThat(TotpCode.step(SIX_DIGITS, SECRET, code, NOW, 0)).isEmpty();
    }

    private static String code(Instant at) {
        try {
            return SIX_DIGITS.generateOneTimePasswordString(
                    new SecretKeySpec(SECRET, SIX_DIGITS.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
