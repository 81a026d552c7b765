package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conversions.web.security.Public;
import org.conversions.web.security.PublishableKey;

/** An operation as the build has read it, and the method behind it, which knows the rest. */
final class Operation {

    private final String verb;
    private final String path;
    private final ObjectNode node;
    private final Method method;

    /** What all operations share. @param examples by operation id, what is asked and answered */
    record Parts(Schemas schemas, JsonNode examples) {
    }

    /** @param node with the id that the build has given it: the class, an underscore, the method */
    Operation(String verb, String path, ObjectNode node) {
        this.verb = verb;
        this.path = path;
        this.node = node;
        this.method = method(node.path("operationId").asText());
    }

    ObjectNode completed(Parts parts) {
        String id = id(method);
        node.put("operationId", id);
        security();
        node.path("parameters").forEach(parameter -> Tidy.parameter((ObjectNode) parameter));
        JsonNode answer = success().path("content").path("application/json");
        parts.schemas().asked(method, node.path("requestBody").path("content").path("application/json").path("schema"));
        parts.schemas().answered(method, answer.path("schema"));
        JsonNode example = parts.examples().path(id);
        example(node.path("requestBody").path("content").path("application/json"), example.path("request"));
        example(answer, example.path("answer"));
        errors();
        return node;
    }

    /** As published clients call it: links.create. */
    static String id(Method method) {
        String noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "." + method.getName();
    }

    private void security() {
        ArrayNode security = node.putArray("security");
        if (!isMarked(Public.class)) {
            security.addObject().putArray("secretKey");
        }
        if (isMarked(PublishableKey.class)) {
            security.addObject().putArray("publishableKey");
        }
    }

    private JsonNode success() {
        JsonNode responses = node.path("responses");
        return Stream.of("200", "201", "202").map(responses::path).filter(JsonNode::isObject).findFirst()
                .orElseGet(() -> responses.path("default"));
    }

    private void errors() {
        List<String> names = new ArrayList<>(List.of("BadRequest"));
        boolean open = isMarked(Public.class);
        boolean writes = !verb.equals("get");
        if (!open) {
            names.addAll(List.of("Unauthorized", "Forbidden"));
        }
        names.add("NotFound");
        if (writes) {
            names.add("Conflict");
        }
        names.add("UnprocessableEntity");
        names.add("RateLimitExceeded");
        names.add("InternalServerError");
        ObjectNode responses = node.withObject("/responses");
        for (String name : names) {
            responses.putObject(Errors.STATUS.get(name)).put("$ref", "#/components/responses/" + name);
        }
    }

    private static void example(JsonNode content, JsonNode example) {
        if (content instanceof ObjectNode described && !example.isMissingNode()) {
            described.set("example", example);
        }
    }

    private boolean isMarked(Class<? extends Annotation> mark) {
        return method.isAnnotationPresent(mark) || method.getDeclaringClass().isAnnotationPresent(mark);
    }

    private Method method(String operationId) {
        int end = operationId.lastIndexOf('_');
        try {
            Class<?> resource = Class.forName(operationId.substring(0, end));
            return Stream.of(resource.getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(operationId.substring(end + 1)) && !declared.isSynthetic())
                    .filter(declared -> Stream.of(declared.getAnnotations()).anyMatch(annotation ->
                            annotation.annotationType().isAnnotationPresent(jakarta.ws.rs.HttpMethod.class)))
                    .findFirst().orElseThrow();
        } catch (ClassNotFoundException | RuntimeException e) {
            throw new IllegalStateException("No method for " + verb + " " + path + ": " + operationId, e);
        }
    }
}
