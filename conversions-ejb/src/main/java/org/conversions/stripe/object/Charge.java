package org.conversions.stripe.object;

import java.util.List;

/**
 * A charge with what was refunded of it so far.
 *
 * @param amount   what was charged, in minor units, more than 0
 * @param refunded what has gone back of it so far: a running total, never more than the amount
 * @param invoice  only before basil
 */
public record Charge(String id, String paymentIntent, String invoice, String customer, long amount, long refunded) {

    public static Charge of(StripeObject charge) {
        long amount = charge.amount("amount");
        if (amount == 0) {
            throw new MalformedObject("amount is 0");
        }
        return new Charge(charge.requiredId("id"), charge.id("payment_intent"), charge.id("invoice"),
                charge.id("customer"), amount, Math.min(charge.optionalAmount("amount_refunded").orElse(0L), amount));
    }

    /** @return how much was charged, and the running total of what went back */
    public List<ReturnedMoney> facts() {
        return List.of(
                new ReturnedMoney(ReturnedMoney.Kind.CHARGE, id, id, paymentIntent, null, amount, "charged"),
                new ReturnedMoney(ReturnedMoney.Kind.TOTAL, id + '/' + refunded, id, paymentIntent, null, refunded,
                        "refunded"));
    }
}
