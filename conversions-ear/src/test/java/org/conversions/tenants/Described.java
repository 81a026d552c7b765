package org.conversions.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;

/**
 * An operation of the API as its description has it.
 *
 * @param path       below /api, with its parameters in braces
 * @param query      names of the parameters in the query
 * @param properties names of the fields of the body
 * @param list       whether the body is a list of such objects
 * @param example    of the body; missing where the description shows none
 */
record Described(String method, String path, List<String> query, List<String> properties, boolean list, JsonNode example) {

    static List<Described> all(Api anybody) {
        JsonNode description = anybody.get("/openapi").json();
        List<Described> all = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
                all.add(of(description, operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return all;
    }

    private static Described of(JsonNode description, String method, String path, JsonNode operation) {
        List<String> query = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> resolved(description, parameter))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText()).toList();
        JsonNode content = resolved(description, operation.path("requestBody")).path("content").path("application/json");
        JsonNode schema = resolved(description, content.path("schema"));
        boolean list = schema.path("type").asText().equals("array");
        List<String> properties = new ArrayList<>();
        collect(description, list ? resolved(description, schema.path("items")) : schema, properties);
        return new Described(method, path, query, properties, list, content.path("example"));
    }

    private static void collect(JsonNode description, JsonNode schema, List<String> properties) {
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(parts).forEach(part -> collect(description, resolved(description, part), properties));
        }
    }

    private static JsonNode resolved(JsonNode description, JsonNode node) {
        return node.has("$ref") ? resolved(description, description.at(node.path("$ref").asText().substring(1))) : node;
    }

    boolean writes() {
        return !method.equals("GET");
    }

    boolean takesBody() {
        return !properties.isEmpty() || list || !example.isMissingNode();
    }

    /** Returns whether one thing is named in the path. */
    boolean isOfOneThing() {
        return path.contains("{");
    }

    /** Returns the path that all things of its kind stand below: /links of /links/{id}/transfer. */
    String collection() {
        return path.substring(0, path.indexOf("/{"));
    }

    /** The body of the example with another value in one field. */
    String bodyWith(String field, JsonNode value) {
        JsonNode body = example.isMissingNode() ? value.isObject() ? value : null : example.deepCopy();
        if (body instanceof ArrayNode items && !items.isEmpty()) {
            ((ObjectNode) items.get(0)).set(field, value);
        } else if (body instanceof ObjectNode object) {
            object.set(field, value);
        }
        return body == null ? "{\"" + field + "\":" + value + "}" : body.toString();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
