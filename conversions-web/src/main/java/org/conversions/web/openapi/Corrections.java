package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Corrects small things that the build reads wrong. */
final class Corrections {

    private static final String REFERENCE = "#/components/schemas/";
    private static final String INSTANT = "Instant";
    private static final String JSON = JsonNode.class.getName();

    private Corrections() {
    }

    /** Gives a default the type of its parameter: the build reads every default as text. */
    static void parameter(ObjectNode parameter) {
        if (parameter.path("schema") instanceof ObjectNode schema && schema.path("default").isTextual()) {
            String text = schema.path("default").textValue();
            switch (schema.path("type").asText()) {
                case "integer" -> schema.put("default", Long.parseLong(text));
                case "boolean" -> schema.put("default", Boolean.parseBoolean(text));
                default -> { }
            }
        }
    }

    /** Describes a time and any JSON in place, instead of pointing to schemas of their own. */
    static void inline(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (reference.equals(REFERENCE + INSTANT)) {
            ((ObjectNode) node).removeAll().put("type", "string").put("format", "date-time");
        } else if (reference.equals(REFERENCE + JSON)) {
            ((ObjectNode) node).removeAll();
        }
        node.forEach(Corrections::inline);
    }

    static void withoutInlined(ObjectNode schemas) {
        schemas.remove(INSTANT);
        schemas.remove(JSON);
    }
}
