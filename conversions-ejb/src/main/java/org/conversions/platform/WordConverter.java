package org.conversions.platform;

import jakarta.persistence.AttributeConverter;

/** Stores an enum as its word. Each enum that is a column has its own, which names the type and applies by itself. */
public abstract class WordConverter<E extends Enum<E> & Word> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected WordConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E value) {
        return value == null ? null : value.text();
    }

    @Override
    public E convertToEntityAttribute(String text) {
        return text == null ? null : Word.stored(type, text);
    }
}
