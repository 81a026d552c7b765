package org.conversions.web.error;

/** Thrown when a caller asks more often than it may: the answer is 429, and says when to come again. */
public class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long retryAfterSeconds;

    /** @param retryAfterSeconds at least 1 */
    public TooManyRequests(String what, long retryAfterSeconds) {
        super(what + " Try again in " + retryAfterSeconds + (retryAfterSeconds == 1 ? " second." : " seconds."), null,
                false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
