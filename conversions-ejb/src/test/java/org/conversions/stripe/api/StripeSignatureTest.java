package org.conversions.stripe.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.conversions.stripe.api.StripeSignature.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's own library is the oracle. */
class StripeSignatureTest {

    private static final String BODY = "{\"id\": \"evt_1\", \"object\": \"event\", \"name\": \"Zoë 李 🎉\"}";
    private static final String SECRET = "whsec_of_this_endpoint";
    private static final String OTHER_SECRET = "whsec_of_another_endpoint";
    private static final long NOW = 1_785_319_200;
    private static final long TIMESTAMP_MAX = 999_999_999_999L;
    private static final int TOLERANCE = 300;

    @Property(tries = 500)
    void whateverTheLibrarySignsIsValid(@ForAll("texts") String body, @ForAll("secrets") String secret,
                                        @ForAll @LongRange(min = 1, max = TIMESTAMP_MAX) long timestamp) {
        assertThat(check(body.getBytes(UTF_8), signed(body, secret, timestamp), List.of(secret),
                Instant.ofEpochSecond(timestamp))).isEqualTo(Verdict.VALID);
    }

    @Property(tries = 500)
    void whateverIsValidTheLibraryAcceptsTooAndTheOtherWayRound(
            @ForAll("texts") String body, @ForAll("texts") String signedBody, @ForAll("secrets") String secret,
            @ForAll("secrets") String signingSecret, @ForAll boolean sameBody, @ForAll boolean sameSecret,
            @ForAll @LongRange(min = NOW - 2 * TOLERANCE, max = NOW) long timestamp, @ForAll Random random) {
        List<String> parts = new ArrayList<>(List.of("t=" + timestamp, "v1=" + "0".repeat(64), "v0=" + v1(body, secret, timestamp),
                "v1=" + v1(sameBody ? body : signedBody, sameSecret ? secret : signingSecret, timestamp)));
        Collections.shuffle(parts, random);
        String header = String.join(",", parts);
        assertThat(check(body, header, secret) == Verdict.VALID).isEqualTo(libraryAccepts(body, header, secret));
    }

    @Test
    void aSignatureOfThisMomentIsValid() {
        assertThat(check(BODY, signed(BODY, SECRET, NOW), SECRET)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void aMissingHeaderIsRefused(String header) {
        assertThat(check(BODY, header, SECRET)).isEqualTo(Verdict.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "=", "t", "v1", "abc", "t,v1", "Bearer whsec_of_this_endpoint", "{\"t\":1}",
            "t=1785319200,v1", "t=1785319200,,v1=00"})
    void partsThatAreNoneAreMalformed(String header) {
        assertThat(check(BODY, header, SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void aHeaderWithoutATimestampIsMalformed() {
        assertThat(check(BODY, "v1=" + v1(BODY, SECRET, NOW), SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void aHeaderWithoutASignatureIsMalformed() {
        assertThat(check(BODY, "t=" + NOW, SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "-1785319200", "+1785319200", "1785319200.5", "1 785 319 200", "0x6a", "1e9",
            "١٧٨٥٣١٩٢٠٠",
            "1785319200000", "99999999999999999999999999"})
    void aTimestampThatIsNoneIsMalformed(String timestamp) {
        assertThat(check(BODY, "t=" + timestamp + ",v1=" + v1(BODY, SECRET, NOW), SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz", "0", "٠"})
    void aSignatureThatIsNoHexOfItsLengthIsMalformed(String signature) {
        assertThat(check(BODY, "t=" + NOW + ",v1=" + signature, SECRET)).isEqualTo(Verdict.MALFORMED);
        assertThat(check(BODY, "t=" + NOW + ",v1=" + v1(BODY, SECRET, NOW) + signature, SECRET))
                .isEqualTo(signature.isEmpty() ? Verdict.VALID : Verdict.MALFORMED);
    }

    @Test
    void theFakeSchemeOfTestEventsDoesNotCount() {
        assertThat(check(BODY, "t=" + NOW + ",v0=" + v1(BODY, SECRET, NOW), SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void anotherSecretDoesNotMatch() {
        assertThat(check(BODY, signed(BODY, OTHER_SECRET, NOW), SECRET)).isEqualTo(Verdict.MISMATCH);
    }

    @Test
    void anotherTimestampThanTheSignedOneDoesNotMatch() {
        assertThat(check(BODY, "t=" + (NOW + 1) + ",v1=" + v1(BODY, SECRET, NOW), SECRET)).isEqualTo(Verdict.MISMATCH);
    }

    @Property(tries = 200)
    void aBodyChangedByOneBitDoesNotMatch(@ForAll @IntRange(min = 0, max = 50) int position, @ForAll @IntRange(min = 0, max = 7) int bit) {
        byte[] changed = BODY.getBytes(UTF_8);
        changed[position] ^= (byte) (1 << bit);
        assertThat(check(changed, signed(BODY, SECRET, NOW), List.of(SECRET), Instant.ofEpochSecond(NOW)))
                .isEqualTo(Verdict.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"0, VALID", "-300, VALID", "300, VALID", "-301, STALE", "301, STALE", "-86400, STALE", "31536000, STALE"})
    void aTimestampIsStaleFiveMinutesBeforeAndAfter(long seconds, Verdict verdict) {
        assertThat(check(BODY, signed(BODY, SECRET, NOW + seconds), SECRET)).isEqualTo(verdict);
    }

    @Test
    void aMillisecondBeyondTheToleranceIsStale() {
        Instant now = Instant.ofEpochSecond(NOW).plus(StripeSignature.TOLERANCE);
        String header = signed(BODY, SECRET, NOW);
        assertThat(check(BODY.getBytes(UTF_8), header, List.of(SECRET), now)).isEqualTo(Verdict.VALID);
        assertThat(check(BODY.getBytes(UTF_8), header, List.of(SECRET), now.plus(Duration.ofMillis(1))))
                .isEqualTo(Verdict.STALE);
    }

    @Test
    void oneRightSignatureAmongSeveralIsEnough() {
        String right = "v1=" + v1(BODY, SECRET, NOW);
        String wrong = "v1=" + v1(BODY, OTHER_SECRET, NOW);
        String timestamp = "t=" + NOW;
        assertThat(check(BODY, String.join(",", timestamp, wrong, right), SECRET)).isEqualTo(Verdict.VALID);
        assertThat(check(BODY, String.join(",", right, wrong, timestamp, "v0=fake", "v2=later"), SECRET)).isEqualTo(Verdict.VALID);
        assertThat(check(BODY, String.join(",", timestamp, wrong, wrong), SECRET)).isEqualTo(Verdict.MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"whsec_of_this_endpoint, VALID", "whsec_of_another_endpoint, VALID", "whsec_of_a_third, MISMATCH"})
    void whileASecretIsRolledBothAreGood(String signing, Verdict verdict) {
        assertThat(check(BODY.getBytes(UTF_8), signed(BODY, signing, NOW), List.of(SECRET, OTHER_SECRET),
                Instant.ofEpochSecond(NOW))).isEqualTo(verdict);
    }

    @Test
    void withoutASecretNothingIsValid() {
        byte[] body = BODY.getBytes(UTF_8);
        Instant now = Instant.ofEpochSecond(NOW);
        String blank = signed(BODY, " ", NOW);
        assertThat(check(body, blank, List.of(), now)).isEqualTo(Verdict.NO_SECRET);
        assertThat(check(body, blank, List.of("", " "), now)).isEqualTo(Verdict.NO_SECRET);
        assertThat(check(body, blank, List.of(" ", SECRET), now)).isEqualTo(Verdict.MISMATCH);
    }

    @Test
    void hexInUpperCaseAndSpacesAroundThePartsDoNotMatter() {
        assertThat(check(BODY, " t = " + NOW + " , v1 = " + v1(BODY, SECRET, NOW).toUpperCase(Locale.ROOT) + " ", SECRET))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void aLongHeaderIsReadUpToFourKilobytes() {
        String wrong = ",v1=" + "0".repeat(64);
        assertThat(check(BODY, signed(BODY, SECRET, NOW) + wrong.repeat(58), SECRET)).isEqualTo(Verdict.VALID);
        assertThat(check(BODY, signed(BODY, SECRET, NOW) + wrong.repeat(75), SECRET)).isEqualTo(Verdict.MALFORMED);
    }

    /** Where these locales are the default, numbers are formatted with other digits and the library refuses everything. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR"})
    void theLocaleOfTheJvmDoesNotMatter(String tag) {
        String header = signed(BODY, SECRET, NOW);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(String.format("%d", NOW)).as("the locale's own digits").isNotEqualTo("" + NOW);
            assertThat(check(BODY, header, SECRET)).isEqualTo(Verdict.VALID);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(60)
                .filter(secret -> !secret.isBlank());
    }

    private static Verdict check(String body, String header, String secret) {
        return check(body.getBytes(UTF_8), header, List.of(secret), Instant.ofEpochSecond(NOW));
    }

    private static String signed(String body, String secret, long timestamp) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, timestamp);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String v1(String body, String secret, long timestamp) {
        String header = signed(body, secret, timestamp);
        return header.substring(header.indexOf("v1=") + 3);
    }

    private static boolean libraryAccepts(String body, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(body, header, secret, TOLERANCE,
                    Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    /** Before the body is there the same is said of everything that does not depend on it. */
    private static Verdict check(byte[] body, String header, List<String> secrets, Instant now) {
        StripeSignature signature = StripeSignature.of(header, now);
        Verdict verdict = signature.verdict(body, secrets);
        assertThat(signature.verdict(secrets)).isEqualTo(verdict == Verdict.MISMATCH ? Verdict.VALID : verdict);
        return verdict;
    }
}
