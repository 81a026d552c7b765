package org.conversions.stripe.object;

/** An object in a Stripe event that is not as Stripe describes it: a string where a number belongs, a missing id. */
public class MalformedObject extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedObject(String message) {
        super(message);
    }
}
