package org.conversions.sale.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.conversions.platform.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleKindTest {

    @ParameterizedTest
    @CsvSource({
            "ONE_TIME,  one-time,  Purchase",
            "FIRST,     first,     Subscription creation",
            "RECURRING, recurring, Invoice paid",
            "EXPANSION, expansion, Invoice paid"})
    void aKindKeepsItsNames(SaleKind kind, String text, String eventName) {
        assertThat(kind.text()).isEqualTo(text);
        assertThat(kind.eventName()).isEqualTo(eventName);
        assertThat(Word.stored(SaleKind.class, text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"Purchase, true", "Subscription creation, true", "Invoice paid, true", "purchase, false",
            "Bought a hat, false", "'', false"})
    void aNameThatSaysNoMoreThanAKindGivesWay(String eventName, boolean namesAKind) {
        assertThat(SaleKind.namesAKind(eventName)).isEqualTo(namesAKind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "First", "refund"})
    void anUnknownKindIsALoudError(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Word.stored(SaleKind.class, text));
    }
}
