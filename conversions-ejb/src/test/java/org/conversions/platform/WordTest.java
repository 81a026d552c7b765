package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WordTest {

    private enum Fruit implements Word {
        APPLE("red apple"), PEAR("pear");

        private final String text;

        Fruit(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    private final WordConverter<Fruit> column = new WordConverter<>(Fruit.class) {
    };

    @Test
    void aValueIsStoredAndReadByItsWord() {
        for (Fruit fruit : Fruit.values()) {
            assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(fruit))).isEqualTo(fruit);
        }
        assertThat(column.convertToDatabaseColumn(Fruit.APPLE)).isEqualTo("red apple");
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    @Test
    void anUnknownWordHasNoValueAndMustNotBeStored() {
        assertThat(Word.find(Fruit.class, "plum")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Word.stored(Fruit.class, "plum")).withMessageContaining("plum");
    }
}
