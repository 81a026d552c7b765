package org.conversions.stripe.event;

import org.conversions.money.Share;

/**
 * A charge with what was refunded of it so far (stripe.md 2.5).
 *
 * @param refunded the refunded share of the charge, a running total
 * @param invoice  only before basil
 */
public record Charge(String id, String paymentIntent, String invoice, String customer, Share refunded) {

    public static Charge of(StripeObject charge) {
        long amount = charge.amount("amount");
        if (amount == 0) {
            throw new MalformedObject("amount is 0");
        }
        long refunded = charge.optionalAmount("amount_refunded").orElse(0L);
        return new Charge(charge.requiredId("id"), charge.id("payment_intent"), charge.id("invoice"),
                charge.id("customer"), new Share(Math.min(refunded, amount), amount));
    }
}
