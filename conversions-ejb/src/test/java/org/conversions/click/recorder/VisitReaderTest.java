package org.conversions.click.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitReaderTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "https://www.news.example/item?id=1, news.example",
            "android-app://com.example.mail/, com.example.mail",
            "null, (direct)",
            "'', (direct)",
            "not an address, (direct)",
            "about:blank, (direct)"})
    void theRefererIsTheHostOfThePageBefore(String refererUrl, String host) {
        assertThat(VisitReader.host(refererUrl)).isEqualTo(host);
    }
}
