package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraitTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Trait.COUNTRY, List.of("de"), List.of("DE"), List.of()),
                Arguments.of(Trait.COUNTRY, List.of("DE,fr, US"), List.of("DE", "FR", "US"), List.of()),
                Arguments.of(Trait.COUNTRY, List.of("-DE"), List.of(), List.of("DE")),
                Arguments.of(Trait.COUNTRY, List.of("-DE,FR"), List.of(), List.of("DE", "FR")),
                Arguments.of(Trait.COUNTRY, List.of("-DE,-FR"), List.of(), List.of("DE", "FR")),
                Arguments.of(Trait.COUNTRY, List.of("DE", "FR,US"), List.of("DE", "FR", "US"), List.of()),
                Arguments.of(Trait.COUNTRY, List.of("DE", "-FR"), List.of("DE"), List.of("FR")),
                Arguments.of(Trait.COUNTRY, List.of("Unknown"), List.of(""), List.of()),
                Arguments.of(Trait.REGION, List.of("US-CA,us-ny"), List.of("US-CA", "US-NY"), List.of()),
                Arguments.of(Trait.REGION, List.of("-US-CA"), List.of(), List.of("US-CA")),
                Arguments.of(Trait.REGION, List.of("CA"), List.of("CA"), List.of()),
                Arguments.of(Trait.CITY, List.of("São Paulo"), List.of("são paulo"), List.of()),
                Arguments.of(Trait.DEVICE, List.of("Mobile,unknown"), List.of("mobile", ""), List.of()),
                Arguments.of(Trait.DOMAIN, List.of("GO.example"), List.of("go.example"), List.of()),
                Arguments.of(Trait.KEY, List.of("Promo"), List.of("Promo"), List.of()),
                Arguments.of(Trait.EXTERNAL_ID, List.of("ext_7,8"), List.of("7", "8"), List.of()),
                Arguments.of(Trait.REFERER, List.of("(direct)"), List.of("(direct)"), List.of()),
                Arguments.of(Trait.REFERER_URL, List.of("(direct)"), List.of(""), List.of()),
                Arguments.of(Trait.URL, List.of("https://a.example/?x=1,2"), List.of("https://a.example/?x=1,2"), List.of()),
                Arguments.of(Trait.URL, List.of("https://a.example/?x=1,2,https://b.example/"),
                        List.of("https://a.example/?x=1,2", "https://b.example/"), List.of()),
                Arguments.of(Trait.URL, List.of("-https://a.example/"), List.of(), List.of("https://a.example/")),
                Arguments.of(Trait.TRIGGER, List.of("QR,link"), List.of("qr", "link"), List.of()),
                Arguments.of(Trait.UTM_SOURCE, List.of(",News,,"), List.of("News"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void valuesAreWantedOrAfterAMinusUnwanted(Trait trait, List<String> texts, List<String> wanted, List<String> unwanted) {
        Choice choice = trait.choice(texts);
        assertThat(choice.wanted()).containsExactlyElementsOf(wanted);
        assertThat(choice.unwanted()).containsExactlyElementsOf(unwanted);
    }

    @Test
    void whatIsEmptyDoesNotFilter() {
        assertThat(Trait.COUNTRY.choice(null)).isNull();
        assertThat(Trait.COUNTRY.choice(List.of())).isNull();
        assertThat(Trait.COUNTRY.choice(List.of("", ",", "-"))).isNull();
    }

    @Test
    void anAddressIsCutAsItIsStored() {
        String long600 = "https://a.example/" + "x".repeat(600);
        assertThat(Trait.REFERER_URL.choice(List.of(long600)).wanted()).containsExactly(long600.substring(0, 500));
    }

    @ParameterizedTest
    @CsvSource({"COUNTRY, 'DE,-FR', country: a list", "TRIGGER, email, trigger: must be one of link",
        "CITY, 101, city: a value must have at most 100", "LINK, 41, linkId: a value must have at most 40"})
    void whatCannotBeIsRefused(Trait trait, String text, String message) {
        String given = text.matches("\\d+") ? "x".repeat(Integer.parseInt(text)) : text;
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> trait.choice(List.of(given)))
                .withMessageStartingWith(message);
    }

    @Test
    void aHundredValuesAreEnough() {
        List<String> hundred = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        assertThat(Trait.KEY.choice(hundred).wanted()).hasSize(100);
        assertThat(Trait.KEY.choice(Collections.nCopies(200, "same")).wanted()).hasSize(1);
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> Trait.KEY.choice(List.of(String.join(",", hundred), "one more")))
                .withMessage("key: must be at most 100 values");
    }

    @ParameterizedTest
    @CsvSource({"count, COUNT", "trigger, TRIGGERS", "triggers, TRIGGERS", "top_base_urls, TOP_BASE_URLS", "os, OS"})
    void aGroupingIsCalledByItsNameOrAnOldOne(String text, Grouping grouping) {
        assertThat(Grouping.of(text)).isEqualTo(grouping);
    }

    @ParameterizedTest
    @CsvSource({"Counts", "country", "COUNT", "''"})
    void anotherGroupingIsRefused(String text) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> Grouping.of(text))
                .withMessageStartingWith("groupBy: must be one of count, timeseries, continents, countries");
    }
}
