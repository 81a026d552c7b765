package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
            "203.0.113.77, 203.0.113.0",
            "' 203.0.113.77 ', 203.0.113.0",
            "203.0.113.77:51234, 203.0.113.0",
            "[2001:db8:1:2::6]:443, 2001:db8:1:0:0:0:0:0",
            "::ffff:203.0.113.77, 203.0.113.0",
            "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
            "[2001:db8:1:2::6], 2001:db8:1:0:0:0:0:0",
            "fe80::1%eth0, fe80:0:0:0:0:0:0:0",
            "::1, 0:0:0:0:0:0:0:0"})
    void onlyTheNetworkOfAnAddressIsKept(String address, String kept) {
        assertThat(IpAddress.anonymous(address)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, ::ffff:192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "nonsense, 192.0.2.1, false"})
    void aNetworkOfIpv6IsOneCaller(String first, String second, boolean same) {
        assertThat(IpAddress.network(first).equals(IpAddress.network(second))).isEqualTo(same);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unknown", "localhost", "example.com", "1.2.3", "1.2.3.4.5", "256.1.1.1", "dead.beef", "::zz", "1:2", "a:80",
            "1.2.3.4:123456", "999.1.1.1:80", "[::1]:", "0x7f.1", ":", ":::", "%"})
    void whatIsNoAddressIsNotLookedUp(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
        assertThat(IpAddress.anonymous(text)).isEmpty();
    }
}
