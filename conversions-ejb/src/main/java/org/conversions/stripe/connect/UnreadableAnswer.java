package org.conversions.stripe.connect;

/** What came back from Stripe's address was not what Stripe answers: a proxy's page, perhaps. */
class UnreadableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
