package org.conversions.stripe.inbox.work;

/** Reads failures. */
final class Failure {

    private Failure() {
    }

    /** @return what a merchant may read of a failure: its kind. Its message, which may hold values of others, is for the log */
    static String kindOf(Throwable error) {
        return root(error).getClass().getSimpleName();
    }

    static Throwable root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
