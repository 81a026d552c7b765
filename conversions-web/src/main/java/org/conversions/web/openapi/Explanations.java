package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Explains parameters and fields that mean the same wherever they stand, unless the code explains them itself. */
final class Explanations {

    private final JsonNode parameters;
    private final JsonNode fields;

    Explanations(JsonNode explanations) {
        parameters = explanations.path("parameters");
        fields = explanations.path("fields");
    }

    void explain(JsonNode operations, JsonNode schemas) {
        operations.forEach(path -> path.forEach(operation -> operation.path("parameters").forEach(this::parameter)));
        schemas.forEach(schema -> schema.path("properties").properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode field && !field.has("description") && fields.has(property.getKey())) {
                field.set("description", fields.get(property.getKey()));
            }
        }));
    }

    private void parameter(JsonNode parameter) {
        JsonNode known = parameters.path(parameter.path("name").asText());
        if (parameter instanceof ObjectNode described && !described.has("description") && known.isObject()) {
            described.set("description", known.path("description"));
            ObjectNode schema = described.withObject("/schema");
            known.path("schema").properties().forEach(rule -> schema.set(rule.getKey(), rule.getValue()));
        }
    }
}
