package org.conversions.link.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSlugTest {

    @ParameterizedTest
    @CsvSource({"go.brand.example, go.brand.example", "GO.Brand.Example, go.brand.example", "' a.example ', a.example",
        "müller.de, xn--mller-kva.de", "1.example, 1.example", "a.1x, a.1x"})
    void aHostIsWrittenInOneWay(String slug, String stored) {
        assertThat(DomainSlug.checked(slug, "localhost:8080")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "localhost", "https://a.example", "a.example/", "a.example:80", "10.0.0.1", "1.2", "[::1]",
        "-a.example", "a-.example", "a..example", ".a.example", "a.example.", "a_b.example", "www.a.example", "a b.example", "*.example",
        "a@b.example"})
    void whatIsNoHostIsRefused(String slug) {
        assertThatThrownBy(() -> DomainSlug.checked(slug, "localhost:8080")).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("slug: ");
    }

    @Test
    void theServersOwnHostBelongsToNoWorkspace() {
        assertThatThrownBy(() -> DomainSlug.checked("Go.example.com", "go.example.com:8443")).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> DomainSlug.checked("example.com", "www.example.com")).isInstanceOf(RequestRefused.class);
        assertThat(DomainSlug.checked("sub.go.example.com", "go.example.com")).isEqualTo("sub.go.example.com");
        assertThatThrownBy(() -> DomainSlug.checked("a.".repeat(90) + "verylonglabel.example", "go.example.com"))
                .isInstanceOf(RequestRefused.class);
    }
}
