package org.conversions.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String NEXT = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";
    private static final SealedPlace PLACE = new SealedPlace("link", "password", "link_1");
    private final SecretBox box = new SecretBox(List.of(KEY));

    @Property(tries = 200)
    void whatWasSealedComesBack(@ForAll String secret) {
        String wellFormed = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(new SecretBox(List.of(KEY)).decrypt(PLACE, box.encrypt(PLACE, wellFormed))).isEqualTo(wellFormed);
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTimeAndNeverReadable() {
        String sealed = box.encrypt(PLACE, "whsec_abc");
        assertThat(sealed).matches("v2:[0-9a-f]{8}:[A-Za-z0-9+/=]+").doesNotContain("whsec")
                .isNotEqualTo(box.encrypt(PLACE, "whsec_abc"));
    }

    @ParameterizedTest
    @CsvSource({"link, password, link_2", "link, title, link_1", "customer, password, link_1"})
    void whatWasMovedIntoAnotherRowOrColumnDoesNotOpen(String table, String column, String row) {
        String sealed = box.encrypt(PLACE, "whsec_abc");
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(new SealedPlace(table, column, row), sealed))
                .withMessageContaining("moved");
    }

    @Test
    void whatWasSealedBeforeKeysHadPurposesStillOpensAndIsSealedAgain() throws GeneralSecurityException {
        byte[] iv = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(MessageDigest.getInstance("SHA-256")
                .digest(KEY.getBytes(StandardCharsets.UTF_8)), "AES"), new GCMParameterSpec(128, iv));
        byte[] text = cipher.doFinal("whsec_abc".getBytes(StandardCharsets.UTF_8));
        String sealed = "v1:" + Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(iv.length + text.length).put(iv).put(text).array());

        assertThat(box.decrypt(PLACE, sealed)).isEqualTo("whsec_abc");
        assertThat(new SecretBox(List.of(NEXT, KEY)).decrypt(PLACE, sealed)).isEqualTo("whsec_abc");
        assertThat(box.again(PLACE, sealed)).map(again -> box.decrypt(PLACE, again)).contains("whsec_abc");
        assertThat(box.again(PLACE, box.encrypt(PLACE, "whsec_abc"))).isEmpty();
        assertThat(box.again(PLACE, null)).isEmpty();
        assertThat(box.again(PLACE, "")).isEmpty();
    }

    @Test
    void anotherMasterKeyIsALoudError() {
        String sealed = new SecretBox(List.of(NEXT)).encrypt(PLACE, "whsec_abc");
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(PLACE, sealed))
                .withMessageContaining("conversions.secret-key");
    }

    @Test
    void aNodeWithBothKeysOpensWhatEitherSealedAndSealsWithTheOneThatTheDatabaseNames() {
        SecretBox both = new SecretBox(List.of(NEXT, KEY));
        assertThat(both.sealWith(box.current())).isTrue();

        String sealed = both.encrypt(PLACE, "whsec_abc");
        assertThat(box.decrypt(PLACE, sealed)).as("a node that has the old key only").isEqualTo("whsec_abc");
        assertThat(both.sealWith(both.newest())).isTrue();
        assertThat(both.decrypt(PLACE, sealed)).isEqualTo("whsec_abc");
        assertThat(both.again(PLACE, sealed)).map(again -> new SecretBox(List.of(NEXT)).decrypt(PLACE, again)).contains("whsec_abc");
        assertThat(both.isMac("lock", "text", box.mac("lock", "text"))).isTrue();
    }

    @Test
    void aNodeWithoutTheKeyThatTheDatabaseNamesLearnsThat() {
        String before = box.current();
        assertThat(box.sealWith(new SecretBox(List.of(NEXT)).current())).isFalse();
        assertThat(box.current()).isEqualTo(before);
    }

    @Test
    void whatWasGivenOutIsRecognisedForItsTextAndPurposeOnly() {
        String mac = box.mac("lock", "until link");
        assertThat(mac).matches("[A-Za-z0-9_-]{43}");
        assertThat(box.isMac("lock", "until link", mac)).isTrue();
        assertThat(box.isMac("lock", "until links", mac)).isFalse();
        assertThat(box.isMac("door", "until link", mac)).isFalse();
        assertThat(box.isMac("lock", "until link", "")).isFalse();
        assertThat(new SecretBox(List.of(NEXT)).isMac("lock", "until link", mac)).isFalse();
    }

    @Test
    void aChangedTextIsALoudError() {
        String sealed = box.encrypt(PLACE, "whsec_abc");
        char last = sealed.charAt(20) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, 20) + last + sealed.substring(21);
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(PLACE, changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v1:not base64", "v2:", "v2::", "v2:AAAAAAAAAAAAAAAAAAAAAAAA",
        "v2:01234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "whsec_plain"})
    void whatIsNoSealedTextIsALoudError(String text) {
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(PLACE, text));
    }

    @Test
    void whiteSpaceAroundTheKeyDoesNotMatter() {
        assertThat(new SecretBox(List.of(KEY + "\n")).decrypt(PLACE, box.encrypt(PLACE, "sk_1"))).isEqualTo("sk_1");
    }

    @ParameterizedTest
    @CsvSource({"'  short                                          ', at least 32",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, different characters",
        "changemechangemechangemechangemechangeme, different characters"})
    void aWeakMasterKeyIsRefused(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox(List.of(text))).withMessageContaining(why);
    }
}
