package org.conversions.link.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.address.LinkKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDomainTest {

    @ParameterizedTest
    @CsvSource({
            "http://localhost:8080, localhost:8080, http://localhost:8080/k",
            "https://Go.Example.com/, go.example.com, https://go.example.com/k",
            "https://go.example.com:443, go.example.com, https://go.example.com/k",
            "http://go.example.com:443, go.example.com:443, http://go.example.com:443/k"})
    void theDomainIsTheServersOwnHost(String baseUrl, String name, String shortLink) {
        ShortDomain domain = new ShortDomain(baseUrl);
        assertThat(domain.name()).isEqualTo(name);
        assertThat(domain.shortLink(name, "k")).isEqualTo(shortLink);
    }

    @Test
    void aShortLinkCanBePastedAnywhere() {
        ShortDomain domain = new ShortDomain("https://go.example.com");
        assertThat(domain.shortLink("go.example.com", "é/b")).isEqualTo("https://go.example.com/%C3%A9/b");
        assertThat(domain.shortLink("go.example.com", LinkKey.ROOT)).isEqualTo("https://go.example.com");
        assertThat(domain.qrCode("go.example.com", "b")).isEqualTo(
                "https://go.example.com/api/qr?url=https%3A%2F%2Fgo.example.com%2Fb%3Fqr%3D1");
    }

    @Test
    void aDomainOfAWorkspaceIsReachedByHttps() {
        ShortDomain domain = new ShortDomain("http://localhost:8080");
        assertThat(domain.shortLink("go.brand.example", "k")).isEqualTo("https://go.brand.example/k");
        assertThat(domain.shortLink("go.brand.example", LinkKey.ROOT)).isEqualTo("https://go.brand.example");
        assertThat(domain.qrCode("go.brand.example", "k"))
                .isEqualTo("http://localhost:8080/api/qr?url=https%3A%2F%2Fgo.brand.example%2Fk%3Fqr%3D1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go.example.com", "ftp://go.example.com", "https://", "nonsense with spaces"})
    void anythingButAWebAddressIsRefused(String baseUrl) {
        assertThatThrownBy(() -> new ShortDomain(baseUrl)).isInstanceOf(IllegalArgumentException.class);
    }
}
