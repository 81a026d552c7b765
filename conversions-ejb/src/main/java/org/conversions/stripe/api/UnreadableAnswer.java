package org.conversions.stripe.api;

/** An answer from Stripe's address that is none of Stripe's: a proxy's page, perhaps. */
class UnreadableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
