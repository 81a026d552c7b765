package org.conversions.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String KEY = "a master key of the operator, long enough";
    private final SecretBox box = new SecretBox(KEY);

    @Property(tries = 200)
    void whatWasSealedComesBack(@ForAll String secret) {
        SecretBox sameKey = new SecretBox(KEY);
        String wellFormed = new String(secret.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        assertThat(sameKey.decrypt(new SecretBox(KEY).encrypt(wellFormed))).isEqualTo(wellFormed);
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTimeAndNeverReadable() {
        String sealed = box.encrypt("whsec_abc");
        assertThat(sealed).startsWith("v1:").doesNotContain("whsec").isNotEqualTo(box.encrypt("whsec_abc"));
    }

    @Test
    void anotherMasterKeyIsALoudError() {
        String sealed = new SecretBox("another master key, also long enough").encrypt("whsec_abc");
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(sealed))
                .withMessageContaining("conversions.secret-key");
    }

    @Test
    void aChangedTextIsALoudError() {
        String sealed = box.encrypt("whsec_abc");
        char last = sealed.charAt(10) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, 10) + last + sealed.substring(11);
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1:", "v1:AAAA", "v1:not base64", "v2:AAAAAAAAAAAAAAAAAAAAAAAA", "whsec_plain"})
    void whatIsNoSealedTextIsALoudError(String text) {
        assertThatIllegalStateException().isThrownBy(() -> box.decrypt(text));
    }

    @Test
    void whiteSpaceAroundTheKeyDoesNotMatter() {
        assertThat(new SecretBox(KEY + "\n").decrypt(box.encrypt("sk_1"))).isEqualTo("sk_1");
    }

    @Test
    void aShortMasterKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox("  short  " + " ".repeat(40)))
                .withMessageContaining("at least 32");
    }
}
