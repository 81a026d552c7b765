package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example", "https://a.example/?", "https://a.example/?a", "https://a.example/?a=&&b=%e4+x=#f?g=1#h",
            "https://a.example#?x=1"})
    void anAddressThatIsNotChangedStaysByteForByte(String url) {
        assertThat(UrlQuery.of(url)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
            "https://a.example, https://a.example?x=1",
            "https://a.example/?, https://a.example/?x=1",
            "https://a.example/?x, https://a.example/?x=1",
            "https://a.example/?a=%e4&x=0&b&x=2#f, https://a.example/?a=%e4&b&x=1#f",
            "https://a.example/?%78=0, https://a.example/?x=1"})
    void aParameterIsSetOnceInPlaceOfAllOfItsName(String url, String changed) {
        assertThat(UrlQuery.of(url).with("x", "1")).hasToString(changed);
    }

    @Test
    void theQuestionMarkGoesWithTheLastParameter() {
        assertThat(UrlQuery.of("https://a.example/?x=1#f").without("x"::equals)).hasToString("https://a.example/#f");
    }

    @Test
    void aValueIsDecodedAndEncoded() {
        assertThat(UrlQuery.of("https://a.example/?q=a+b%26%C3%BC%zz").first("q")).contains("a b&ü%zz");
        assertThat(UrlQuery.of("https://a.example/").with("q", "a b&ü")).hasToString("https://a.example/?q=a+b%26%C3%BC");
    }

    @Test
    void theCampaignIsReadFromTheAddress() {
        assertThat(Utm.of(UrlQuery.of("https://a.example/?utm_source=news&utm_medium=&utm_term=" + "x".repeat(200))))
                .isEqualTo(new Utm("news", null, null, "x".repeat(190), null));
    }

    @Property
    void aCleanParameterMeansTheSameAndFitsIntoAnAddress(@ForAll String parameter) {
        String clean = UrlQuery.clean(parameter);
        assertThat(clean).matches("[0-9A-Za-z%._~!$'()*,:@/?+=-]*");
        assertThat(UrlQuery.clean(clean)).isEqualTo(clean);
        assertThat(UrlQuery.name(clean)).isEqualTo(UrlQuery.name(parameter));
        assertThat(UrlQuery.value(clean)).isEqualTo(UrlQuery.value(parameter));
        assertThat(URI.create("https://a.example/?" + clean).getRawQuery()).isEqualTo(clean);
    }
}
