package org.conversions.platform.idempotency;

/**
 * The response to a write that brought an idempotency key.
 *
 * @param requestHash distinguishes this request from another one with the same key
 * @param body        as text; null when it was too long to be kept
 */
public record IdempotentResponse(String requestHash, int status, String body) {

    /** Leaves the body out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "IdempotentResponse[" + status + "]";
    }
}
