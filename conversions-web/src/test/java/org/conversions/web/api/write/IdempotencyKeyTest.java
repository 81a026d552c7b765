package org.conversions.web.api.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void writesMayBringOne(String method) {
        assertThat(IdempotencyKey.of(method, List.of("a key, 1"))).contains("a key, 1");
        assertThat(IdempotencyKey.of(method, List.of("x".repeat(255)))).isPresent();
        assertThat(IdempotencyKey.of(method, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readsNeedNone(String method) {
        assertThat(IdempotencyKey.of(method, List.of("key"))).isEmpty();
        assertThat(IdempotencyKey.of(method, List.of(""))).isEmpty();
    }

    static Stream<List<String>> none() {
        return Stream.of(List.of(""), List.of("x".repeat(256)), List.of("tab\there"), List.of("drei\u00dfig"),
                List.of("one", "two"), Arrays.asList((String) null), List.of());
    }

    @ParameterizedTest
    @MethodSource("none")
    void whatCannotBeOneIsRefused(List<String> headers) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> IdempotencyKey.of("POST", headers))
                .matches(refused -> refused.code() == RequestRefused.Code.BAD_REQUEST);
    }

    @Test
    void methodAddressAndBodyMakeARequest() {
        String hash = hash("POST", "/api/links?", "{}");
        assertThat(hash).hasSize(64).isEqualTo(hash("POST", "/api/links?", "{}"));
        assertThat(Stream.of(hash, hash("PUT", "/api/links?", "{}"), hash("POST", "/api/links?a", "{}"),
                hash("POST", "/api/links?", "{ }"), hash("POST", "/api/links?{}", "")).distinct()).hasSize(5);
    }

    private static String hash(String method, String address, String body) {
        return IdempotencyKey.requestHash(method, address, body.getBytes(StandardCharsets.UTF_8));
    }
}
