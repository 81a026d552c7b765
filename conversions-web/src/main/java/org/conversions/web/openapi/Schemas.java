package org.conversions.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Adds to the schemas of records which keys are there and which may be null. An answer has every key, unless its record
 * leaves nulls out; a request has those that are {@link Required}. Everything may be null that is neither primitive nor
 * Required.
 */
final class Schemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final ObjectNode schemas;
    private final Map<String, Class<?>> done = new LinkedHashMap<>();

    Schemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** @param schema what the build has made of the body that the method takes */
    void asked(Method method, JsonNode schema) {
        RequestBodySchema named = method.getAnnotation(RequestBodySchema.class);
        if (named != null) {
            visit(named.value(), schema, false);
            return;
        }
        for (int i = 0; i < method.getParameterCount(); i++) {
            RequestBody body = method.getParameters()[i].getAnnotation(RequestBody.class);
            if (body != null && body.content().length > 0) {
                Class<?> type = body.content()[0].schema().implementation();
                visit(type, schema.has("items") ? schema.path("items") : schema, false);
            } else if (method.getParameters()[i].getAnnotations().length == 0) {
                visit(method.getGenericParameterTypes()[i], schema, false);
            }
        }
    }

    /** @param schema what the build has made of the answer */
    void answered(Method method, JsonNode schema) {
        APIResponse choices = method.getAnnotation(APIResponse.class);
        if (choices != null && choices.content().length > 0) {
            Class<?>[] shapes = choices.content()[0].schema().oneOf();
            for (int i = 0; i < shapes.length; i++) {
                visit(shapes[i], schema.path("oneOf").path(i), true);
            }
        }
        APIResponseSchema named = method.getAnnotation(APIResponseSchema.class);
        visit(named == null ? method.getGenericReturnType() : named.value(), schema, true);
    }

    /** @param schema what the build has made of the data of the events that the method answers one after the other; missing for others */
    void streamed(Method method, JsonNode schema) {
        if (!schema.isMissingNode()) {
            visit(method.getAnnotation(APIResponse.class).content()[0].schema().implementation(), schema, true);
        }
    }

    /** The records behind the schemas, by the names that the build has given these. */
    Map<String, Class<?>> records() {
        return done;
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
        if (!done.containsKey(name) && schemas.path(name) instanceof ObjectNode described) {
            done.put(name, type);
            Set<String> required = new LinkedHashSet<>();
            components(type, described.path("properties"), answer, true, required);
            if (!required.isEmpty()) {
                require(described, required, type.getRecordComponents()[0].isAnnotationPresent(Required.class));
            }
        }
    }

    /** @param first whether they stand before the properties, as the description always had it where the first is marked */
    private static void require(ObjectNode described, Set<String> required, boolean first) {
        JsonNode properties = first ? described.remove("properties") : null;
        required.forEach(described.putArray("required")::add);
        if (first) {
            described.set("properties", properties);
        }
    }

    /** @param always false for what is unwrapped from a component that may be left out as a whole */
    private void components(Class<?> type, JsonNode properties, boolean answer, boolean always, Set<String> required) {
        boolean thin = leavesOut(type.getAnnotation(JsonInclude.class));
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
                components(component.getType(), properties, answer, always && !thin, required);
            } else if (properties.path(name(component)) instanceof ObjectNode property) {
                visit(component.getGenericType(), property, answer);
                boolean filled = component.getType().isPrimitive() || component.isAnnotationPresent(Required.class);
                boolean leftOut = thin || leavesOut(accessor.getAnnotation(JsonInclude.class));
                if (answer ? always && (filled || !leftOut) : component.isAnnotationPresent(Required.class)) {
                    required.add(name(component));
                }
                if (!filled && !(answer && leftOut)) {
                    nullable(property);
                }
            }
        }
    }

    private static boolean leavesOut(JsonInclude include) {
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
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
