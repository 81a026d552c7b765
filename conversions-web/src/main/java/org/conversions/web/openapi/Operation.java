package org.conversions.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OpenToShares;
import org.conversions.web.security.OperatorOnly;
import org.conversions.web.security.PlanDoor;
import org.conversions.web.security.Public;
import org.conversions.web.security.PublishableKey;
import org.conversions.web.security.SignedIn;

/** An operation as the build has read it, with the method behind it, which knows the rest. */
final class Operation {

    private final String verb;
    private final String path;
    private final ObjectNode node;
    private final Method method;

    /** @param node with the id that the build has given it: the class, an underscore, the method */
    Operation(String verb, String path, ObjectNode node) {
        this.verb = verb;
        this.path = path;
        this.node = node;
        this.method = method(node.path("operationId").asText());
    }

    /** @param examples by operation id, what is asked and answered */
    ObjectNode completed(Schemas schemas, JsonNode examples) {
        String id = id(method);
        node.put("operationId", id);
        security();
        plan();
        node.path("parameters").forEach(parameter -> Corrections.parameter((ObjectNode) parameter));
        JsonNode answer = success().path("content").path("application/json");
        schemas.asked(method, node.path("requestBody").path("content").path("application/json").path("schema"));
        schemas.answered(method, answer.path("schema"));
        schemas.streamed(method, success().path("content").path("text/event-stream").path("schema"));
        JsonNode example = examples.path(id);
        example(node.path("requestBody").path("content").path("application/json"), example.path("request"));
        example(answer, example.path("answer"));
        idempotency();
        errors();
        return node;
    }

    /** Returns the name that published clients give the operation: links.create. */
    static String id(Method method) {
        String noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        return ClientNames.of(noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "." + method.getName());
    }

    /**
     * Adds the secret key with the scope that it needs, none where it needs all rights; or the token of the operator or of a
     * share; or the session of a person.
     */
    private void security() {
        ArrayNode security = node.putArray("security");
        if (isOperators()) {
            security.addObject().putArray("operatorToken");
        } else if (mark(SignedIn.class).isPresent()) {
            security.addObject().putArray("session");
            mark(SignedIn.class).filter(SignedIn::optional).ifPresent(mark -> security.addObject());
        } else if (mark(OfPartner.class).isPresent()) {
            security.addObject().putArray("session");
        } else if (mark(OpenToShares.class).isPresent()) {
            security.addObject().putArray("shareToken");
        } else if (!isOpen()) {
            ArrayNode scopes = security.addObject().putArray("secretKey");
            mark(KeyScope.class).ifPresent(scope -> scopes.add(scope.value().scope(writes())));
        }
        if (mark(PublishableKey.class).isPresent()) {
            security.addObject().putArray("publishableKey");
        }
    }

    /** Says which plan is needed, where not every plan will do. */
    private void plan() {
        PlanDoor.feature(method.getDeclaringClass(), method, verb.toUpperCase(Locale.ROOT)).ifPresent(feature -> {
            String needed = "Needs the plan `" + feature.smallest().text() + "` or above.";
            node.put("description", node.path("description").isMissingNode() ? needed
                    : node.path("description").asText() + " " + needed);
        });
    }

    /** Adds the header that every write takes and no resource ever sees. */
    private void idempotency() {
        if (writes() && !isOpen() && !isOperators() && mark(SignedIn.class).isEmpty() && mark(OfPartner.class).isEmpty()
                && mark(OpenToShares.class).isEmpty()) {
            node.withArray("/parameters").addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        }
    }

    private JsonNode success() {
        JsonNode responses = node.path("responses");
        return Stream.of("200", "201", "202").map(responses::path).filter(JsonNode::isObject).findFirst()
                .orElseGet(() -> responses.path("default"));
    }

    private void errors() {
        ObjectNode responses = node.withObject("/responses");
        Stream.of(ErrorStatus.values()).filter(this::mayAnswer)
                // Apps are answered in OAuth's words.
                .filter(error -> responses.path(error.status()).path("content").isMissingNode())
                .forEach(error -> responses.putObject(error.status()).put("$ref", "#/components/responses/" + error.name()));
    }

    private boolean mayAnswer(ErrorStatus error) {
        return switch (error) {
            case Unauthorized, Forbidden -> !isOpen();
            case Conflict -> writes();
            case ContentTooLarge, UnsupportedMediaType -> node.has("requestBody");
            default -> true;
        };
    }

    private static void example(JsonNode content, JsonNode example) {
        if (content instanceof ObjectNode described && !example.isMissingNode()) {
            described.set("example", example);
        }
    }

    private boolean writes() {
        return !verb.equals("get");
    }

    private boolean isOpen() {
        return mark(Public.class).isPresent();
    }

    private boolean isOperators() {
        return mark(OperatorOnly.class).isPresent();
    }

    private <A extends Annotation> Optional<A> mark(Class<A> mark) {
        return Optional.ofNullable(method.getAnnotation(mark))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(mark)));
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
