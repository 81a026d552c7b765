package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"https://www.Example.com/a?b#c, www.Example.com", "http://example.com:8080, example.com",
        "' https://example.com ', example.com", "example.com, null", "'', null", "https://, null", "http://[, null"})
    void theHostOfAnAddressIsReadAsItStandsThere(String url, String host) {
        assertThat(Host.of(url).orElse(null)).isEqualTo(host);
    }

    @Test
    void noAddressHasNoHost() {
        assertThat(Host.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"www.example.com, example.com", "example.com, example.com", "www.www.com, www.com", "wwwexample.com, wwwexample.com"})
    void oneLeadingWwwIsLeftOut(String host, String bare) {
        assertThat(Host.bare(host)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({"example.com:8080, example.com", "example.com, example.com", "[::1]:80, [::1]", "[::1], [::1]"})
    void aPortIsLeftOut(String written, String host) {
        assertThat(Host.withoutPort(written)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"Example.COM, example.com", "münchen.example, xn--mnchen-3ya.example", "example.com., example.com."})
    void otherScriptsAreWrittenAsTheDomainSystemWritesThem(String host, String ascii) {
        assertThat(Host.ascii(host)).isEqualTo(ascii);
    }

    @Test
    void aLabelThatIsTooLongHasNoSuchForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Host.ascii("x".repeat(64) + ".example"));
    }
}
