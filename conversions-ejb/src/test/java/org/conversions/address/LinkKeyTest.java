package org.conversions.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Summer-Sale_2026", "docs/v1.2/start", "가을", "שלום", "हिन्दी", "übung", "1", "apples", "my/app", "_root",
            "file.php", "-", "_", "a.b", "API2"})
    void aKeyMayBeLettersOfAnyScriptDigitsAndAFewSigns(String key) {
        assertThat(LinkKey.chosen(key)).isEqualTo(key);
    }

    static Stream<String> malformedKeys() {
        return Stream.of("", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a b", "a?b", "a#b", "a%20b", "a+b", "a;b", "a:b",
                "a@b", "a\\b", "<a>", "a\u0000", "a\nb", "a\u200bb", "\u202eabc", "😀", "\ud800", "a".repeat(191));
    }

    @ParameterizedTest
    @MethodSource("malformedKeys")
    void anythingElseIsRefused(String key) {
        assertThatThrownBy(() -> LinkKey.chosen(key)).isInstanceOf(RequestRefused.class).hasMessageStartingWith("key: must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app/x", "API", "api/links", "oauth/authorize", "analytics/script.js", "health", "health/live",
            "metrics", "openapi", "embed", "share/x", ".well-known/x", "favicon.ico", "robots.txt", "WEB-INF/web.xml"})
    void wordsOfTheApplicationAreReserved(String key) {
        assertThatThrownBy(() -> LinkKey.chosen(key)).isInstanceOf(RequestRefused.class).hasMessageContaining("reserved");
    }

    @Test
    void aKeyMayHave190Characters() {
        assertThat(LinkKey.chosen("a".repeat(190))).hasSize(190);
    }

    @Test
    void aWordWithAnAccentHasOneSpelling() {
        assertThat(LinkKey.chosen("cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Test
    void aRandomKeyHasSevenLettersOrDigits() {
        assertThat(LinkKey.random(null, null)).matches("[0-9A-Za-z]{7}");
        assertThat(LinkKey.random(null, 20)).matches("[0-9A-Za-z]{20}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "/c/", "c/", "/c"})
    void aPrefixIsTheFolderOfARandomKey(String prefix) {
        assertThat(LinkKey.random(prefix, null)).matches("c/[0-9A-Za-z]{7}");
    }

    @Test
    void aRandomKeyIsAsLongAsAllowed() {
        assertThatThrownBy(() -> LinkKey.random(null, 2)).hasMessageStartingWith("keyLength: ");
        assertThatThrownBy(() -> LinkKey.random(null, 191)).hasMessageStartingWith("keyLength: ");
        assertThatThrownBy(() -> LinkKey.random("a b", null)).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> LinkKey.random("api", null)).hasMessageContaining("reserved");
        assertThatThrownBy(() -> LinkKey.random("c", 190)).isInstanceOf(RequestRefused.class);
    }

    @Property
    void aRandomKeyIsAlwaysFitToBeChosen(@ForAll @IntRange(min = 3, max = 190) int length) {
        String key = LinkKey.random(null, length);
        assertThat(LinkKey.chosen(key)).isEqualTo(key).hasSize(length);
    }

    @Property
    void anAcceptedKeyIsAPathThatAnAddressCanHold(@ForAll("keys") String key) {
        if (!LinkKey.wellFormed(LinkKey.composed(key))) {
            return;
        }
        String composed = LinkKey.composed(key);
        URI address = URI.create("https://go.example.com/" + LinkKey.path(composed));
        assertThat(address.getPath()).isEqualTo('/' + composed);
        assertThat(address.normalize()).isEqualTo(address);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("aZ9-_./éü가ש").ofMinLength(1).ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(20));
    }
}
