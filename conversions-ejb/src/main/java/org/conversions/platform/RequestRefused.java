package org.conversions.platform;

import jakarta.ejb.ApplicationException;

/**
 * The caller's mistake, or a passing trouble of a system that was asked, as a typed answer. It rolls back and reaches the
 * caller as it is; the web module turns it into the error JSON of the API in one place.
 */
@ApplicationException(rollback = true)
public class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The kinds of refusals, in the words of the API. */
    public enum Code {
        BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, UNPROCESSABLE_ENTITY, UNAVAILABLE
    }

    private final Code code;

    public RequestRefused(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public static RequestRefused badRequest(String message) {
        return new RequestRefused(Code.BAD_REQUEST, message);
    }

    public static RequestRefused notFound(String message) {
        return new RequestRefused(Code.NOT_FOUND, message);
    }

    public static RequestRefused conflict(String message) {
        return new RequestRefused(Code.CONFLICT, message);
    }

    public static RequestRefused unprocessable(String message) {
        return new RequestRefused(Code.UNPROCESSABLE_ENTITY, message);
    }

    /** Refuses a request that may succeed in a while. */
    public static RequestRefused unavailable(String message) {
        return new RequestRefused(Code.UNAVAILABLE, message);
    }

    public static RequestRefused forbidden(String message) {
        return new RequestRefused(Code.FORBIDDEN, message);
    }
}
