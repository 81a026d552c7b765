package org.conversions.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Adds to the schemas of records what is there and what may be null. An answer has every key, unless its record leaves
 * nulls out; a request has those that are {@link NotNull}. Null is whatever is neither primitive nor NotNull.
 */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode schemas;
    private final Set<String> done = new HashSet<>();

    Schemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** @param schema what the build has made of the body that the method takes */
    void asked(Method method, JsonNode schema) {
        if (method.isAnnotationPresent(RequestBodySchema.class)) {
            visit(method.getAnnotation(RequestBodySchema.class).value(), schema, false);
            return;
        }
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameters()[i].getAnnotations().length == 0) {
                visit(method.getGenericParameterTypes()[i], schema, false);
            }
        }
    }

    /** @param schema what the build has made of the answer */
    void answered(Method method, JsonNode schema) {
        APIResponse choices = method.getAnnotation(APIResponse.class);
        if (choices != null) {
            Class<?>[] shapes = choices.content()[0].schema().oneOf();
            for (int i = 0; i < shapes.length; i++) {
                visit(shapes[i], schema.path("oneOf").path(i), true);
            }
        }
        APIResponseSchema named = method.getAnnotation(APIResponseSchema.class);
        visit(named == null ? method.getGenericReturnType() : named.value(), schema, true);
    }

    private void visit(Type type, JsonNode schema, boolean answer) {
        if (type instanceof ParameterizedType generic) {
            boolean list = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
            if (list || Map.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                Type[] of = generic.getActualTypeArguments();
                visit(of[of.length - 1], schema.path(list ? "items" : "additionalProperties"), answer);
            }
        } else if (type instanceof Class<?> one && one.isArray()) {
            visit(one.getComponentType(), schema.path("items"), answer);
        } else if (type instanceof Class<?> one && one.isRecord()) {
            record(one, schema, answer);
        }
    }

    private void record(Class<?> type, JsonNode schema, boolean answer) {
        if (!schema.has("$ref")) {
            return;
        }
        String name = schema.path("$ref").textValue().substring(REFERENCE.length());
        if (done.add(name) && schemas.path(name) instanceof ObjectNode described) {
            Set<String> required = new LinkedHashSet<>();
            components(type, described.path("properties"), answer, required);
            if (!required.isEmpty()) {
                ArrayNode list = described.putArray("required");
                required.forEach(list::add);
            }
        }
    }

    private void components(Class<?> type, JsonNode properties, boolean answer, Set<String> required) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        boolean leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components(component.getType(), properties, answer && !leavesOut, required);
                continue;
            }
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = named == null || named.value().isEmpty() ? component.getName() : named.value();
            if (!(properties.path(name) instanceof ObjectNode property)) {
                continue;
            }
            visit(component.getGenericType(), property, answer);
            boolean always = component.getType().isPrimitive() || component.getAccessor().isAnnotationPresent(NotNull.class);
            if (answer ? always || !leavesOut : component.getAccessor().isAnnotationPresent(NotNull.class)) {
                required.add(name);
            }
            if (!always && !(answer && leavesOut)) {
                nullable(property);
            }
        }
    }

    private static void nullable(ObjectNode property) {
        if (property.has("$ref")) {
            ArrayNode any = property.putArray("anyOf");
            any.addObject().set("$ref", property.remove("$ref"));
            any.addObject().put("type", "null");
        } else if (property.path("type").isTextual()) {
            String type = property.path("type").textValue();
            property.putArray("type").add(type).add("null");
            if (property.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
    }
}
