package org.conversions.click.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedPlaceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"de, DE, EU", "US, US, NA", "XX, '', ''", "T1, '', ''", "'', '', ''",
        "null, '', ''", "Germany, '', ''"})
    void aCountryIsOneOfIso3166(String said, String country, String continent) {
        assertThat(StatedPlace.of(said, null, null, null)).isEqualTo(new Place(country, "", "", continent));
    }

    @ParameterizedTest
    @CsvSource({"CA, US-CA", "ca, US-CA", "US-CA, US-CA", "DE-BE, ''", "'', ''", "California, ''", "<x>, ''"})
    void aRegionIsAPartOfTheCountry(String said, String region) {
        assertThat(StatedPlace.of("US", said, null, null).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({"Berlin, Berlin", "' San Francisco ', San Francisco", "S%C3%A3o%20Paulo, São Paulo", "München, München",
        "東京, 東京", "100%, 100%", "a%0d%0ab, ''", "<script>, ''", "'', ''"})
    void aCityIsReadAsItWasWritten(String said, String city) {
        assertThat(StatedPlace.of("BR", null, said, null).city()).isEqualTo(city);
    }

    @Test
    void aCityInUtf8MayHaveBeenReadAsLatin1() {
        String read = new String("Zürich".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(StatedPlace.of("CH", null, read, null).city()).isEqualTo("Zürich");
    }

    @Test
    void whatIsEndlessIsNoCity() {
        assertThat(StatedPlace.of("CH", null, "x".repeat(101), null).city()).isEmpty();
        assertThat(StatedPlace.of("CH", null, "%41".repeat(1_000), null).city()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"null, eu, EU", "XX, EU, EU", "US, EU, NA", "null, Europe, ''", "null, XX, ''"})
    void theContinentIsThatOfTheCountryIfThereIsOne(String country, String said, String continent) {
        Place place = StatedPlace.of(country, "BE", "Berlin", said);
        assertThat(place.continent()).isEqualTo(continent);
        assertThat(place.city().isEmpty()).isEqualTo(place.country().isEmpty());
    }

    @Property
    void whateverIsSaidFitsItsColumn(@ForAll String country, @ForAll String region, @ForAll String city, @ForAll String continent) {
        Place place = StatedPlace.of(country, region, city, continent);
        assertThat(place.country().length()).isIn(0, 2);
        assertThat(place.region()).hasSizeLessThan(7);
        assertThat(place.continent().length()).isIn(0, 2);
        assertThat(StatedPlace.of("DE", region, city, continent).city()).hasSizeLessThanOrEqualTo(100);
    }
}
