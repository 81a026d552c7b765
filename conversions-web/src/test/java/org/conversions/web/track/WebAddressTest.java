package org.conversions.web.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({"https://shop.example, shop.example, /", "https://shop.example/, shop.example, /",
        "HTTP://Shop.Example:8080/a/b%20c?x=/y#/z, Shop.Example:8080, /a/b%20c", "https://shop.example?x=y, shop.example, /",
        "https://shop.example#top, shop.example, /", "https://[::1]:8080/a, [::1]:8080, /a"})
    void thePathIsWhatStandsBeforeQueryAndFragment(String url, String authority, String path) {
        assertThat(WebAddress.of("url", url)).isEqualTo(new WebAddress(authority, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "shop.example/a", "ftp://shop.example/", "javascript:alert(1)", "javascript://shop.example/%0aalert(1)",
        "https://", "https:///a", "https://user@shop.example/", "https://shop.example\\@evil.example/", "https://a b.example/"})
    void whatIsNoWebPageIsRefused(String url) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> WebAddress.of("url", url))
                .withMessageStartingWith("url: ");
    }

    @ParameterizedTest
    @CsvSource({"go.example.com, go.example.com, true", "www.go.example.com, go.example.com, true",
        "GO.example.com, www.go.example.com, true", "localhost, localhost:8080, true", "localhost:8080, localhost:8080, true",
        "localhost:9090, localhost:8080, false", "go.example.com:443, go.example.com, true", "[::1]:8080, [::1], true",
        "example.com, go.example.com, false", "go.example.com.evil.example, go.example.com, false"})
    void aHostMeansADomainWithOrWithoutWwwAndPort(String named, String domain, boolean same) {
        assertThat(HostName.of(named).names(HostName.of(domain))).isEqualTo(same);
    }
}
