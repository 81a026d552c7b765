package org.conversions.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.Instant;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @SuppressWarnings("unused")
    private static void resource(@QueryParam("pageSize") int size) {
    }

    @Test
    void valuesAreRead() {
        assertThat(converter(int.class).fromString("100")).isEqualTo(100);
        assertThat(converter(Long.class).fromString("9000000000")).isEqualTo(9_000_000_000L);
        assertThat(converter(Boolean.class).fromString("false")).isFalse();
        assertThat(converter(Instant.class).fromString("2026-07-29T12:00:00+02:00"))
                .isEqualTo(Instant.parse("2026-07-29T10:00:00Z"));
        assertThat(converter(Instant.class).fromString("2026-07-29")).isEqualTo(Instant.parse("2026-07-29T00:00:00Z"));
    }

    @Test
    void whatIsEmptyIsAbsent() {
        assertThat(converter(Integer.class).fromString("")).isNull();
        assertThat(converter(Instant.class).fromString(null)).isNull();
        assertThat(converter(int.class).fromString(null)).isZero();
        assertThat(converter(boolean.class).fromString("")).isFalse();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertRefused(int.class, "ten");
        assertRefused(int.class, "99999999999");
        assertRefused(Long.class, "1.5");
        assertRefused(boolean.class, "yes");
        assertRefused(Instant.class, "yesterday");
        assertRefused(Instant.class, "2026-13-01");
    }

    private static void assertRefused(Class<?> type, String text) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> converter(type).fromString(text))
                .withMessageStartingWith("pageSize: must be ");
    }

    private static <T> ParamConverter<T> converter(Class<T> type) {
        try {
            Annotation[] annotations = ParametersTest.class.getDeclaredMethod("resource", int.class)
                    .getParameterAnnotations()[0];
            return new Parameters().getConverter(type, type, annotations);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
