package org.conversions.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.conversions.web.error.ContentTooLarge;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void aBodyOfExactlyTheLimitIsReadWhole() throws IOException {
        assertThat(limited(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        assertThatExceptionOfType(ContentTooLarge.class).isThrownBy(() -> limited(11, 10).readAllBytes());
        assertThatExceptionOfType(ContentTooLarge.class).isThrownBy(() -> {
            BodyLimit body = limited(11, 10);
            while (body.read() >= 0) {
                continue;
            }
        });
    }

    private static BodyLimit limited(int length, int bytesMax) {
        return new BodyLimit(new ByteArrayInputStream(new byte[length]), bytesMax);
    }
}
