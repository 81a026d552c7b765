package org.conversions.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;

/** Several values of one query parameter, repeated or joined by commas: clients do both. */
public final class CommaList {

    public static final int VALUES_MAX = 100;

    private CommaList() {
    }

    /**
     * @param name   what to call it in the error
     * @param values of the parameter, or null
     * @return each value once
     * @throws RequestRefused unprocessable for more than {@link #VALUES_MAX}
     */
    public static List<String> of(String name, List<String> values) {
        List<String> all = values == null ? List.of() : values.stream().flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
        if (all.size() > VALUES_MAX) {
            throw RequestRefused.unprocessable("field_too_many", name + ": must be at most " + VALUES_MAX);
        }
        return all;
    }
}
