package org.conversions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataQueryTest {

    private static final JsonNode METADATA = Json.read("""
            {"plan": "pro", "seats": 12, "price": 9.5, "vip": true, "day": "2026-07-29", "none": null, "big": 1e30,
             "it's": "O'Neil", "cart": {"items": 3, "first": {"sku": "A-1"}}, "list": [1, 2], "text number": "10"}""");

    @ParameterizedTest
    @ValueSource(strings = {
        "metadata['plan']:'pro'", "metadata[\"plan\"]:\"pro\"", "metadata [ 'plan' ] : 'pro'", "METADATA['plan']:pro",
        "metadata['plan']!='basic'", "metadata['plan']>'pri'", "metadata['plan']<='pro'",
        "metadata['seats']:12", "metadata['seats']:'12.0'", "metadata['seats']>9", "metadata['seats']>=12",
        "metadata['seats']<100", "metadata['price']:9.50", "metadata['price']<'10'", "metadata['text number']>9",
        "metadata['vip']:true", "metadata['vip']!=false", "metadata['day']>='2026-07-01'", "metadata['day']<'2026-08-01'",
        "metadata['it\\'s']:'O\\'Neil'", "metadata[\"it's\"]:\"O'Neil\"",
        "metadata['cart']['items']:3", "metadata['cart']['first']['sku']:'A-1'", "metadata['cart']['first']['sku']!='B'",
        "metadata['missing']!='x'", "metadata['none']!='x'", "metadata['cart']!='x'", "metadata['plan']['deeper']!='x'",
        "metadata['seats']!='many'",
        "metadata['plan']:'pro' and metadata['seats']:12", "metadata['plan']:'x' or metadata['seats']:12",
        "metadata['plan']:'x' OR metadata['seats']:12 AND metadata['vip']:true",
        "metadata['plan']:'pro' or metadata['plan']:'x' and metadata['plan']:'x'",
        "(metadata['plan']:'x' or metadata['plan']:'pro') and (metadata['seats']>1)"})
    void whatHoldsMatches(String query) {
        assertThat(MetadataQuery.of(query).matches(METADATA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "metadata['plan']:'PRO'", "metadata['plan']!='pro'", "metadata['plan']>'pro'", "metadata['seats']:'twelve'",
        "metadata['seats']>'9x'", "metadata['seats']>100", "metadata['missing']:'x'", "metadata['missing']>0",
        "metadata['missing']<0", "metadata['none']:'null'", "metadata['cart']:'x'", "metadata['list']:1",
        "metadata['cart']['missing']:3", "metadata['plan']['deeper']:'pro'", "metadata['vip']:1", "metadata['big']<5",
        "metadata['plan']:'pro' and metadata['seats']:13", "metadata['plan']:'x' or metadata['seats']:13",
        "(metadata['plan']:'pro' or metadata['plan']:'x') and metadata['plan']:'x'"})
    void whatDoesNotHoldDoesNotMatch(String query) {
        assertThat(MetadataQuery.of(query).matches(METADATA)).isFalse();
    }

    @Test
    void whereThereIsNoMetadataOnlyUnequalHolds() {
        assertThat(MetadataQuery.of("metadata['a']!='b'").matches(null)).isTrue();
        assertThat(MetadataQuery.of("metadata['a']:'b'").matches(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "plan:'pro'", "metadata", "metadata:'x'", "metadata['a']", "metadata['a']:",
        "metadata['a']='b'", "metadata['a']:'b", "metadata['a:'b'", "metadata[a]:'b'", "metadata['a']:'b' metadata['c']:'d'",
        "metadata['a']:'b' and", "or metadata['a']:'b'", "(metadata['a']:'b'", "metadata['a']:'b')", "metadata['a']:'b';",
        "metadata['a']:'b\\", "metadatas['a']:'b'", "metadata['a']:b c"})
    void anotherTextIsRefused(String query) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> MetadataQuery.of(query))
                .withMessageStartingWith("query: must be like")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY));
    }

    @Test
    void everythingHasItsLimit() {
        refused("metadata['a']:'" + "x".repeat(2_000) + "'");
        refused(String.join(" and ", Collections.nCopies(21, "metadata['a']:'b'")));
        refused("metadata" + "['a']".repeat(11) + ":'b'");
        refused("(".repeat(1_000));
        assertThat(MetadataQuery.of(String.join(" and ", Collections.nCopies(20, "metadata['plan']:'pro'")))
                .matches(METADATA)).isTrue();
        assertThat(MetadataQuery.of("(".repeat(10) + "metadata['plan']:'pro'" + ")".repeat(10)).matches(METADATA)).isTrue();
    }

    @Property
    void noTextIsMoreThanRefused(@ForAll @Chars({'m', '[', ']', '\'', '"', '(', ')', ':', '!', '=', '\\', ' ', '>', 'o', 'r'})
                                 @StringLength(max = 40) String text) {
        for (String query : new String[] {text, "metadata['" + text, "metadata['a']" + text}) {
            Throwable thrown = catchThrowable(() -> MetadataQuery.of(query).matches(METADATA));
            assertThat(thrown == null || thrown instanceof RequestRefused).as(query).isTrue();
        }
    }

    private static void refused(String query) {
        assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> MetadataQuery.of(query));
    }
}
