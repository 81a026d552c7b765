package org.conversions.workspace;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The plan of a workspace, the smallest first. Each includes what those before it include. */
public enum Plan implements Word {

    FREE("free"), PRO("pro"), BUSINESS("business"), ADVANCED("advanced"), ENTERPRISE("enterprise");

    private final String text;

    Plan(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    public boolean includes(Feature feature) {
        return compareTo(feature.smallest()) >= 0;
    }

    /** @throws RequestRefused unprocessable_entity, naming the field, for a text that is no plan; also for null */
    public static Plan of(String field, String text) {
        return Word.find(Plan.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", field + ": must be one of " + all()));
    }

    static String all() {
        return Stream.of(values()).map(Plan::text).collect(Collectors.joining(", "));
    }
}
