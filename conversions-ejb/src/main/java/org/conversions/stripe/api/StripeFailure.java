package org.conversions.stripe.api;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import org.conversions.stripe.api.StripeAnswer.Refused;
import org.conversions.stripe.api.StripeAnswer.Unavailable;

/** Translates Stripe's errors into answers. */
final class StripeFailure {

    private static final int MESSAGE_MAX = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;

    private StripeFailure() {
    }

    /** @return whether Stripe says that what was asked about is not there */
    static boolean isUnknownObject(StripeException failure) {
        return "resource_missing".equals(failure.getCode());
    }

    /** @param key what the call was made with; it does not get into the answer */
    static StripeAnswer answer(StripeException failure, String key) {
        if (failure instanceof ApiConnectionException) {
            return new Unavailable("it cannot be reached (" + reason(failure, key) + ")");
        }
        int status = failure.getStatusCode() == null ? 0 : failure.getStatusCode();
        if (status == TOO_MANY_REQUESTS) {
            return new Unavailable("it is asked too often at the moment");
        }
        if (status >= BAD_REQUEST && status < SERVER_ERROR) {
            return new Refused(status, "it answered " + status + ", " + said(failure, key));
        }
        return new Unavailable("it answered " + status);
    }

    private static String reason(Throwable failure, String key) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return text(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), key);
    }

    private static String said(StripeException failure, String key) {
        String message = failure.getStripeError() == null ? null : failure.getStripeError().getMessage();
        return message == null ? "without a reason" : text(message, key);
    }

    private static String text(String text, String key) {
        String without = text.replace(key, StripeKey.hint(key)).strip();
        return without.length() <= MESSAGE_MAX ? without : without.substring(0, MESSAGE_MAX);
    }
}
