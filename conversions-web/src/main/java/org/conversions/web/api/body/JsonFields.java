package org.conversions.web.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Parameters;

/**
 * The fields of a body that changes something: what it does not name stays, what it names null is cleared, and what is
 * of another type is refused by its name.
 */
public record JsonFields(JsonNode body) {

    private static final int LIST_MAX = 100;

    /** @throws RequestRefused unprocessable for a body that is no object */
    public JsonFields {
        if (body == null || !body.isObject()) {
            throw RequestRefused.unprocessable("body_malformed", "The body must be a JSON object.");
        }
    }

    public boolean names(String field) {
        return body.has(field);
    }

    /** Returns whether the field is there and neither null, false nor empty. */
    public boolean asksFor(String field) {
        JsonNode value = body.get(field);
        return value != null && !value.isNull() && !(value.isBoolean() && !value.booleanValue())
                && !(value.isTextual() && value.textValue().isEmpty())
                && !(value.isContainerNode() && value.isEmpty());
    }

    /** @param otherwise the value when the field is not there */
    public String text(String field, String otherwise) {
        JsonNode value = body.get(field);
        if (value != null && !value.isNull() && !value.isTextual()) {
            throw refused("field_malformed", field, "must be a string");
        }
        return value == null ? otherwise : value.textValue();
    }

    /** @param otherwise the value when the field is not there */
    public Integer integer(String field, Integer otherwise) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return value == null ? otherwise : null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused("field_malformed", field, "must be a whole number");
        }
        return value.intValue();
    }

    /** @param otherwise the value when the field is not there; null is false */
    public boolean flag(String field, boolean otherwise) {
        JsonNode value = body.get(field);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            throw refused("field_malformed", field, "must be true or false");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    /** @param otherwise the value when the field is not there @return whole milliseconds */
    public Instant instant(String field, Instant otherwise) {
        String text = text(field, null);
        if (text == null || text.isEmpty()) {
            return names(field) ? null : otherwise;
        }
        return Parameters.instant(field, text).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return the texts of an array, or of one string with commas; empty for null and when the field is not there */
    public List<String> texts(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (value.isTextual()) {
            return Stream.of(value.textValue().split(",")).map(String::strip).filter(text -> !text.isEmpty()).toList();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw refused("field_malformed", field, "must be an array of strings");
            }
            texts.add(element.textValue());
        }
        if (!value.isArray() || texts.size() > LIST_MAX) {
            throw refused(value.isArray() ? "field_too_many" : "field_malformed", field,
                    "must be an array of at most " + LIST_MAX + " strings");
        }
        return texts;
    }

    public static RequestRefused refused(String reason, String field, String rule) {
        return RequestRefused.unprocessable(reason, field + ": " + rule);
    }
}
