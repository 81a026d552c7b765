package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final String DOMAIN = "go.example.com";

    @ParameterizedTest
    @ValueSource(strings = {
            "https://example.com", "http://example.com/", "https://example.com?a=1", "https://example.com#top",
            "https://example.com/a%2Fb/?x=%e4&y=a+b#/spa?z=1", "https://my_host.internal:8443/a;v=1",
            "https://[2001:db8::1]:8080/", "https://buy.stripe.com/test_1?dub_client_reference_id=1",
            "https://example.com/?filter[]=a", "https://xn--mller-kva.de/", "https://example.com/?", "https://www.go.example.com/"})
    void aWebAddressStaysAsItIs(String url) {
        assertThat(Destination.check("url", url, DOMAIN)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            " https://example.com/a  | https://example.com/a",
            "HTTPS://Example.COM/A | https://example.com/A",
            "https://example.com:443/a | https://example.com/a",
            "http://example.com:80/a | http://example.com/a",
            "https://example.com:80/a | https://example.com:80/a",
            "https://example.com./a | https://example.com/a",
            "https://müller.de/straße?q=ü#é | https://xn--mller-kva.de/stra%C3%9Fe?q=%C3%BC#%C3%A9",
            "https://example.com/a b?q=x y | https://example.com/a%20b?q=x%20y",
            "https://example.com/100%?q=50%&r=%4x | https://example.com/100%25?q=50%25&r=%254x",
            "https://example.com/{id}/[a]\\b | https://example.com/%7Bid%7D/%5Ba%5D%5Cb",
            "https://example.com/a#b#c | https://example.com/a#b%23c",
            "https://example.com/😀 | https://example.com/%F0%9F%98%80"})
    void whatAnAddressMayNotHoldIsEncoded(String url, String stored) {
        assertThat(Destination.check("url", url, DOMAIN)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "  ", "example.com", "/path", "//example.com", "https:example.com", "https:/example.com", "https://", "https:///a",
            "javascript:alert(1)", "JavaScript://example.com/%0Aalert(1)", "data:text/html,x", "ftp://example.com", "file:///etc/passwd",
            "mailto:a@example.com", "https://user@example.com", "https://user:secret@example.com/", "https://example.com:0/",
            "https://example.com:65536/", "https://example.com:99999999999/", "https://example.com:/x:y/", "https://exa mple.com/",
            "https://example..com/", "https://-a.com/", "https://example.com\\@evil.example/", "https://[::1", "https://[zz]/",
            "https://[1:2:3]/", "https://%65xample.com/", "https://example.com/a\nb", "https://example.com/a\u0000b",
            "https://example.com/\ud800", "https://."})
    void whatIsNoWebAddressIsRefused(String url) {
        assertThatThrownBy(() -> Destination.check("url", url, DOMAIN)).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("url: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://go.example.com/abc", "http://go.example.com", "https://GO.example.com./x",
            "http://go.example.com:80/x", "https://go.example.com:443?x"})
    void aLinkDoesNotLeadBackToOurShortLinks(String url) {
        assertThatThrownBy(() -> Destination.check("url", url, DOMAIN)).hasMessageContaining("must not lead back");
    }

    @Test
    void thePortIsPartOfOurDomain() {
        assertThatThrownBy(() -> Destination.check("url", "http://localhost:8080/abc", "localhost:8080"))
                .hasMessageContaining("must not lead back");
        assertThat(Destination.check("url", "http://localhost:8081/abc", "localhost:8080")).isEqualTo("http://localhost:8081/abc");
    }

    @Test
    void theLengthIsBounded() {
        String longest = "https://example.com/" + "a".repeat(Destination.LENGTH_MAX - 20);
        assertThat(Destination.check("url", longest, DOMAIN)).isEqualTo(longest);
        assertThatThrownBy(() -> Destination.check("url", longest + "a", DOMAIN)).hasMessageContaining("longer");
        assertThatThrownBy(() -> Destination.check("url", "https://example.com/" + "ü".repeat(8_000), DOMAIN))
                .hasMessageContaining("longer");
    }

    @Property
    void whateverComesAfterTheHostIsRefusedOrMadeAValidAddress(@ForAll String rest) {
        String stored;
        try {
            stored = Destination.check("url", "https://example.com/" + rest, DOMAIN);
        } catch (RequestRefused refused) {
            return;
        }
        assertThat(URI.create(stored).getHost()).isEqualTo("example.com");
        assertThat(stored).matches("[\\x21-\\x7e]+");
        assertThat(Destination.check("url", stored, DOMAIN)).isEqualTo(stored);
    }

    @Property
    void anyTextIsRefusedOrMadeAValidAddress(@ForAll String text) {
        try {
            URI.create(Destination.check("url", "http://" + text, DOMAIN));
        } catch (RequestRefused refused) {
            assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY);
        }
    }
}
