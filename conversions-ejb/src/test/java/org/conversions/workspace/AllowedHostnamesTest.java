package org.conversions.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostnamesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // the host of the origin is one of the list, whatever its port, case and scheme
        "shop.example, https://shop.example, -, true",
        "shop.example, https://shop.example:8443, -, true",
        "shop.example, http://SHOP.Example, -, true",
        "shop.example, https://www.shop.example, -, true",
        "www.shop.example, https://shop.example, -, true",
        "localhost, http://localhost:3000, -, true",
        "127.0.0.1, http://127.0.0.1:3000, -, true",
        "xn--mnchen-3ya.example, https://xn--mnchen-3ya.example, -, true",
        "shop.example other.example, https://other.example, -, true",
        // others are not, however much they look like it
        "shop.example, https://other.example, -, false",
        "shop.example, https://sub.shop.example, -, false",
        "shop.example, https://shop.example.evil.example, -, false",
        "shop.example, https://evilshop.example, -, false",
        "shop.example, https://shop.example@evil.example, -, false",
        // a star stands for what is below, and not for the host itself
        "*.shop.example, https://a.shop.example, -, true",
        "*.shop.example, https://a.b.shop.example, -, true",
        "*.shop.example, https://www.shop.example, -, true",
        "*.shop.example, https://shop.example, -, false",
        "*.shop.example, https://evilshop.example, -, false",
        "*.shop.example, https://.shop.example, -, false",
        // the page counts when no origin is named, and only then
        "shop.example, -, https://shop.example/cart?a=1, true",
        "shop.example, -, https://other.example/?from=shop.example, false",
        "shop.example, https://other.example, https://shop.example/, false",
        "shop.example, null, https://shop.example/, false",
        // a page that names no host is not allowed
        "shop.example, -, -, false",
        "shop.example, '', -, false",
        "shop.example, not an address, -, false",
        // without a list everybody is
        "-, https://other.example, -, true",
        "-, -, -, true"})
    void aPageMayTellWhenItsHostIsAllowed(String names, String origin, String referer, boolean allowed) {
        AllowedHostnames hostnames =
                AllowedHostnames.checked(names == null ? List.of() : Arrays.asList(names.split(" ")));
        assertThat(hostnames.allows(origin, referer)).isEqualTo(allowed);
        assertThat(AllowedHostnames.parse(hostnames.text())).isEqualTo(hostnames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://shop.example", "shop.example/", "shop.example:8080", "*", "*.", "a.*.b", "*shop.example",
        "shop..example", "-shop.example", "sh op.example", "shop.example\nother.example", "user@shop.example"})
    void whatIsNoHostnameIsRefused(String name) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> AllowedHostnames.checked(List.of("good.example", name)))
                .withMessageContaining("allowedHostnames");
    }

    @Test
    void aNullIsNoHostname() {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> AllowedHostnames.checked(Collections.singletonList(null)));
    }

    @Test
    void otherAlphabetsAreKeptAsBrowsersWriteThem() {
        assertThat(AllowedHostnames.checked(List.of(" München.example ", "MÜNCHEN.example")).names())
                .containsExactly("xn--mnchen-3ya.example");
    }

    @Test
    void theListHasALimit() {
        List<String> names = Collections.nCopies(AllowedHostnames.NAMES_MAX + 1, "shop.example");
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> AllowedHostnames.checked(names));
    }
}
