package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/** Checks of the fields of a JSON object, each by its name. Pure. */
final class JsonFields {

    private static final int TEXT_MAX = TextColumn.LENGTH_MAX;

    private JsonFields() {
    }

    static void onlyKnown(String at, JsonNode object, Set<String> fields) {
        if (!object.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be an object");
        }
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw RequestRefused.unprocessable("field_not_allowed", at + "." + field + ": is no field of it");
            }
        });
    }

    static JsonNode array(String at, JsonNode json, int min, int max) {
        if (!json.isArray() || json.size() < min || json.size() > max) {
            throw RequestRefused.unprocessable("field_count_invalid",
                    at + ": must be an array of " + min + " to " + max);
        }
        return json;
    }

    static String text(String at, JsonNode json) {
        if (!json.isTextual() || json.asText().isEmpty() || json.asText().length() > TEXT_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    at + ": must be a text of 1 to " + TEXT_MAX + " characters");
        }
        return json.asText();
    }

    static boolean given(JsonNode group, String field) {
        return !group.path(field).isMissingNode() && !group.path(field).isNull();
    }
}
