package org.conversions.platform;

import jakarta.ejb.ApplicationException;
import java.util.regex.Pattern;

/**
 * The caller's mistake, or a passing trouble of a system that was asked, as a typed answer. It rolls back and reaches the
 * caller as it is; the web module turns it into the error JSON of the API in one place.
 */
@ApplicationException(rollback = true)
public class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final Pattern REASON = Pattern.compile("[a-z]+(_[a-z]+)*");

    /** The kinds of refusals, in the words of the API. */
    public enum Code {
        BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE_ENTITY, UNAVAILABLE
    }

    private final Code code;
    private final String reason;

    /**
     * @param reason  a stable word for programs, such as {@code slug_taken}: the message may improve, the reason stays
     * @param message a sentence for people; about a field it begins with the field's name
     */
    public RequestRefused(Code code, String reason, String message) {
        super(message);
        if (reason == null || !REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("A reason is lower-case words with underscores between: " + reason);
        }
        this.code = code;
        this.reason = reason;
    }

    public Code code() {
        return code;
    }

    /** Returns what a program that shows the refusal in its own words goes by. */
    public String reason() {
        return reason;
    }

    public static RequestRefused badRequest(String reason, String message) {
        return new RequestRefused(Code.BAD_REQUEST, reason, message);
    }

    public static RequestRefused notFound(String reason, String message) {
        return new RequestRefused(Code.NOT_FOUND, reason, message);
    }

    public static RequestRefused conflict(String reason, String message) {
        return new RequestRefused(Code.CONFLICT, reason, message);
    }

    public static RequestRefused unprocessable(String reason, String message) {
        return new RequestRefused(Code.UNPROCESSABLE_ENTITY, reason, message);
    }

    /** Refuses a request that may succeed in a while. */
    public static RequestRefused unavailable(String reason, String message) {
        return new RequestRefused(Code.UNAVAILABLE, reason, message);
    }

    public static RequestRefused forbidden(String reason, String message) {
        return new RequestRefused(Code.FORBIDDEN, reason, message);
    }
}
