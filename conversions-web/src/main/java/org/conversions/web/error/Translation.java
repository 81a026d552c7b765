package org.conversions.web.error;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Contention;
import org.conversions.platform.GroupCommit;
import org.conversions.platform.RequestRefused;

/** Translates an exception into the answer it gets. One without an answer is a bug of ours. */
final class Translation {

    private static final int CAUSES_MAX = 30;
    /** "Duplicate entry" of MySQL and MariaDB, "unique index or primary key violation" of H2. */
    private static final Set<Integer> DUPLICATE_KEY = Set.of(1062, 23505);
    private static final Map<Integer, String> MESSAGES = Map.of(
            404, "There is nothing at this address.",
            405, "This address does not answer to this method.",
            406, "The answer is JSON: send Accept: application/json.",
            415, "The body must be JSON: send Content-Type: application/json.",
            503, "The server is busy or about to stop. Try again in a moment.");

    private Translation() {
    }

    /** @return the answer for a mistake of the caller or a passing trouble, or empty for a bug of ours */
    static Optional<ApiError> of(Throwable thrown) {
        return first(thrown, RequestRefused.class).map(Translation::refused)
                .or(() -> first(thrown, ContentTooLarge.class).map(e -> ApiError.of(413, "content_too_large", e.getMessage())))
                .or(() -> first(thrown, TooManyRequests.class).map(e -> ApiError.of(429, "rate_limit_exceeded", e.getMessage())))
                .or(() -> body(thrown))
                .or(() -> first(thrown, OptimisticLockException.class).map(e -> conflict()))
                .or(() -> first(thrown, SQLException.class).flatMap(Translation::database))
                .or(() -> first(thrown, GroupCommit.QueueFull.class).map(e -> busy()))
                .or(() -> first(thrown, WebApplicationException.class).flatMap(Translation::http));
    }

    /** @return the answer for a status that came without a reason and a sentence */
    static ApiError of(int status) {
        return ApiError.of(status, reason(status), MESSAGES.getOrDefault(status, status < 500
                ? "The request cannot be answered." : "Something went wrong on our side."));
    }

    /** @return the code where a status has only one reason */
    private static String reason(int status) {
        return switch (status) {
            case 400 -> "request_malformed";
            case 404 -> "address_not_found";
            case 503 -> "server_busy";
            default -> ApiError.code(status);
        };
    }

    private static ApiError refused(RequestRefused refused) {
        return ApiError.of(switch (refused.code()) {
            case BAD_REQUEST -> 400;
            case UNAUTHORIZED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE_ENTITY -> 422;
            case UNAVAILABLE -> 503;
        }, refused.reason(), refused.getMessage());
    }

    /** Translates only what Jackson threw at the resource's door: JSON of our own that cannot be read is a bug of ours. */
    private static Optional<ApiError> body(Throwable thrown) {
        boolean atTheDoor = thrown instanceof JacksonException
                || thrown instanceof WebApplicationException && thrown.getCause() instanceof JacksonException;
        return !atTheDoor ? Optional.empty()
                : first(thrown, InputCoercionException.class).map(e -> wrongType(thrown, e.getTargetType()))
                        .or(() -> first(thrown, StreamReadException.class).map(Translation::malformed))
                        .or(() -> first(thrown, StreamConstraintsException.class).map(Translation::malformed))
                        .or(() -> first(thrown, MismatchedInputException.class).map(e -> mismatched(thrown, e)));
    }

    private static ApiError mismatched(Throwable thrown, MismatchedInputException e) {
        return e.getMessage().startsWith("Trailing token") ? malformed(e) : wrongType(thrown, e.getTargetType());
    }

    /**
     * Answers malformed JSON, and JSON that is nested deeper, or has longer texts and numbers, than Jackson is ready to
     * read.
     */
    private static ApiError malformed(JacksonException e) {
        String where = e.getLocation() == null ? ""
                : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
        return ApiError.of(400, "body_malformed", "The body is not valid JSON" + where + ".");
    }

    /** Writes the error in the form that known clients show: issue, field, text. */
    private static ApiError wrongType(Throwable thrown, Class<?> wanted) {
        String field = first(thrown, JsonMappingException.class).map(Translation::path).orElse("");
        return ApiError.of(422, field.isEmpty() ? "body_malformed" : "field_malformed",
                "invalid_type: " + (field.isEmpty() ? "body" : field) + ": must be " + name(wanted));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    private static String name(Class<?> type) {
        if (type == null) {
            return "of another type";
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        } else if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return "a whole number";
        } else if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(value -> value.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }

    private static Optional<ApiError> database(SQLException e) {
        if (DUPLICATE_KEY.contains(e.getErrorCode())) {
            return Optional.of(conflict());
        }
        // A deadlock, a lock or statement that took too long, a lost connection: the same request may well succeed.
        return Contention.isPassing(e) ? Optional.of(busy()) : Optional.empty();
    }

    private static ApiError conflict() {
        return ApiError.of(409, "changed_meanwhile",
                "Another request changed the same thing at the same time. Read it and try again.");
    }

    private static ApiError busy() {
        return ApiError.of(503, "server_busy", "The server is busy. Try again in a moment.");
    }

    private static Optional<ApiError> http(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return status >= 500 && status != 503
                ? Optional.empty()
                : Optional.of(ApiError.of(status, reason(status), MESSAGES.getOrDefault(status, e.getMessage())));
    }

    private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(CAUSES_MAX)
                .filter(type::isInstance).map(type::cast).findFirst();
    }
}
