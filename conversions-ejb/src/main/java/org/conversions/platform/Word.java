package org.conversions.platform;

import java.util.Optional;
import java.util.stream.Stream;

/** An enum whose values have a word of their own, by which they are stored and named in the API. */
public interface Word {

    /** @return the word, which never changes */
    String text();

    /** @return the value with this word, which comes from outside; empty when there is none */
    static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants()).filter(value -> value.text().equals(text)).findFirst();
    }

    /** @throws IllegalArgumentException when there is no such value: what is stored is one */
    static <E extends Enum<E> & Word> E stored(Class<E> type, String text) {
        return find(type, text).orElseThrow(() ->
                new IllegalArgumentException("There is no " + type.getSimpleName() + " " + text));
    }
}
