package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({"%41, 65", "%c3%a9, 195", "%C3, 195", "%ff, 255", "%00, 0", "%4, -1", "%, -1", "%g1, -1", "%1g, -1", "41%, -1",
        "%１１, -1"})
    void anOctetIsAPercentSignAndTwoHexadecimalDigits(String text, int octet) {
        assertThat(PercentEncoding.octet(text, 0)).isEqualTo(octet);
    }

    @Test
    void octetsThatAreNoUtf8AreNoText() {
        assertThat(PercentEncoding.utf8(new byte[] {(byte) 0xc3, (byte) 0xa9})).contains("é");
        assertThat(PercentEncoding.utf8(new byte[] {(byte) 0xc3})).isEmpty();
    }

    @Property
    void aCharacterThatIsEscapedIsReadAgain(@ForAll char character) {
        if (Character.isSurrogate(character)) {
            return;
        }
        StringBuilder escaped = new StringBuilder();
        PercentEncoding.escape(escaped, character);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i += 3) {
            octets.write(PercentEncoding.octet(escaped.toString(), i));
        }
        assertThat(octets.toString(StandardCharsets.UTF_8)).isEqualTo(String.valueOf(character));
    }
}
