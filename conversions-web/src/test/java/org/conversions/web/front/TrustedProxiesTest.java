package org.conversions.web.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies("127.0.0.0/8, ::1,10.1.0.0/20,2001:db8::/33");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.0.9", "::1", "0:0:0:0:0:0:0:1", "10.1.15.255", "::ffff:10.1.0.1", "2001:db8:7fff::1"})
    void aNamedAddressIsTrusted(String address) {
        assertThat(proxies.trusts(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.1", "10.1.16.0", "::2", "2001:db8:8000::1", "localhost", "", "unknown"})
    void anyOtherIsNot(String address) {
        assertThat(proxies.trusts(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "127.0.0.1, null, 127.0.0.1",
            "127.0.0.1, 203.0.113.7, 203.0.113.7",
            "127.0.0.1, '198.51.100.1, 203.0.113.7', 203.0.113.7",
            "127.0.0.1, '198.51.100.1, 203.0.113.7, 10.1.0.3', 203.0.113.7",
            "127.0.0.1, '10.1.0.4, 10.1.0.3', 10.1.0.4",
            "127.0.0.1, '203.0.113.7, nonsense, 10.1.0.3', 10.1.0.3",
            "127.0.0.1, '', 127.0.0.1",
            "127.0.0.1, 2001:db8:9000::5, 2001:db8:9000::5",
            "203.0.113.9, 198.51.100.1, 203.0.113.9"})
    void theVisitorIsTheNearestAddressThatNoTrustedProxyHas(String sender, String forwardedFor, String visitor) {
        assertThat(proxies.visitor(sender, forwardedFor)).isEqualTo(visitor);
    }

    @Test
    void everyAddressCanBeTrusted() {
        assertThat(new TrustedProxies("0.0.0.0/0").trusts("203.0.113.9")).isTrue();
        assertThat(new TrustedProxies("0.0.0.0/0").trusts("::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "::1/129"})
    void whatIsNeitherAnAddressNorARangeIsRefused(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(setting)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }
}
