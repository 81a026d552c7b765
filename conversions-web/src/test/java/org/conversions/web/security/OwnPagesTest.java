package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.conversions.link.domain.ShortDomain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesTest {

    private static final OwnPages PRODUCTION = new OwnPages(new ShortDomain("https://go.example.com"));
    private static final OwnPages DEVELOPER = new OwnPages(new ShortDomain("http://localhost:8080"));

    @ParameterizedTest
    @CsvSource({"go.example.com, true", "GO.EXAMPLE.COM, true", "shop.example, false", "go.example.com.evil.example, false",
        "go.example.com:8443, false", "xgo.example.com, false", "localhost, false", ", false"})
    void aCookieIsForTheServersOwnHost(String host, boolean addressed) {
        assertThat(PRODUCTION.addressed(request(host, null, null))).isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource({"localhost:8080, true", "127.0.0.1:8080, true", "[::1]:8080, true", "localhost:8081, false", "localhost, false",
        "localhost.evil.example:8080, false", "go.example.com, false"})
    void theNamesOfThisMachineAreOneHost(String host, boolean addressed) {
        assertThat(DEVELOPER.addressed(request(host, null, null))).isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource({", , true", "https://go.example.com, same-origin, true", ", none, true", "https://go.example.com, , true",
        "https://go.example.com, cross-site, false", "https://go.example.com, same-site, false", "null, same-origin, false",
        "https://evil.example, , false", "http://go.example.com, , false", "https://go.example.com.evil.example, , false",
        "https://evil.example/go.example.com, , false", "go.example.com, , false", "://go.example.com, , false"})
    void aWriteComesFromAPageOfThisServer(String origin, String site, boolean sent) {
        assertThat(PRODUCTION.sent(request("go.example.com", origin, site))).isEqualTo(sent);
    }

    private static HttpServletRequest request(String host, String origin, String site) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Host", host);
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", site);
        return (HttpServletRequest) Proxy.newProxyInstance(OwnPagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> headers.get(arguments[0]));
    }
}
