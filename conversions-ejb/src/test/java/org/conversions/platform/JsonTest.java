package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final long YEAR_9999 = 253_402_300_799_999L;

    record Sale(String invoice, Long amount, Integer quantity, Boolean paid) {
    }

    @ParameterizedTest
    @CsvSource({
            "2026-07-29T10:00:00Z,           2026-07-29T10:00:00.000Z",
            "2026-07-29T10:00:00.1Z,         2026-07-29T10:00:00.100Z",
            "2026-07-29T10:00:00.123456789Z, 2026-07-29T10:00:00.123Z",
            "1970-01-01T00:00:00Z,           1970-01-01T00:00:00.000Z"})
    void anInstantIsWrittenInUtcWithMilliseconds(Instant instant, String text) {
        assertThat(Json.text(instant)).isEqualTo(text);
        assertThat(Json.write(Map.of("at", instant))).isEqualTo("{\"at\":\"" + text + "\"}");
    }

    @Property
    void aWrittenInstantIsTheSameInstant(@ForAll @LongRange(min = 0, max = YEAR_9999) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        assertThat(Instant.parse(Json.text(instant))).isEqualTo(instant);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Json.text(null)).isNull();
        assertThat(Json.write(null)).isNull();
        assertThat(Json.read(null)).isNull();
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(Json.read(Json.write(new Sale("in_1", 4_900L, null, true))))
                .isEqualTo(Json.read("{\"invoice\":\"in_1\",\"amount\":4900,\"quantity\":null,\"paid\":true}"));
    }

    @Test
    void aStoredTextThatCannotBeReadIsALoudError() {
        assertThatIllegalStateException().isThrownBy(() -> Json.read("{"));
    }

    @Test
    void everyTypeIsReadAsItself() throws JsonProcessingException {
        assertThat(read("{\"invoice\":\"in_1\",\"amount\":99999999999999,\"quantity\":2,\"paid\":true}"))
                .isEqualTo(new Sale("in_1", 99_999_999_999_999L, 2, true));
    }

    @Test
    void whatIsUnknownOrMissingDoesNoHarm() throws JsonProcessingException {
        assertThat(read("{\"amount\":1,\"colour\":\"red\"}")).isEqualTo(new Sale(null, 1L, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"invoice\":1}", "{\"invoice\":1.5}", "{\"invoice\":true}", "{\"invoice\":{}}", "{\"invoice\":[\"in_1\"]}",
            "{\"amount\":\"4900\"}", "{\"amount\":\"\"}", "{\"amount\":49.5}", "{\"amount\":4900.0}", "{\"amount\":true}",
            "{\"amount\":9223372036854775808}", "{\"quantity\":2147483648}", "{\"quantity\":\"2\"}",
            "{\"paid\":\"true\"}", "{\"paid\":1}", "{\"paid\":\"\"}"})
    void aTypeIsNotTakenForAnother(String json) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"amount\":1}}", "{\"amount\":1} {\"amount\":2}", "{'amount':1}", "{amount:1}", "{\"amount\":01}",
            "{\"amount\":NaN}", "{\"amount\":1,}", "[{\"amount\":1}]", "// a comment\n{}"})
    void whatIsNotOneJsonObjectIsRefused(String json) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read(json));
    }

    private static Sale read(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json, Sale.class);
    }
}
