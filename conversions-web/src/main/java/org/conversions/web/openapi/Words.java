package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says what parameters and fields are that mean the same wherever they stand, unless the code says it itself. */
final class Words {

    private final JsonNode parameters;
    private final JsonNode fields;

    Words(JsonNode words) {
        parameters = words.path("parameters");
        fields = words.path("fields");
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
        JsonNode said = parameters.path(parameter.path("name").asText());
        if (parameter instanceof ObjectNode told && !told.has("description") && said.isObject()) {
            told.set("description", said.path("description"));
            ObjectNode schema = told.withObject("/schema");
            said.path("schema").properties().forEach(rule -> schema.set(rule.getKey(), rule.getValue()));
        }
    }
}
