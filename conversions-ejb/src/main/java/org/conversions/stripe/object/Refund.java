package org.conversions.stripe.object;

/**
 * A single refund: this refund's amount alone, and how it stands. It names a charge, a payment intent or both.
 *
 * @param amount minor units of the charge's currency
 * @param status pending, requires_action, succeeded, failed or canceled; null in old versions, where it was done at once
 */
public record Refund(String id, String charge, String paymentIntent, long amount, String status) {

    public static Refund of(StripeObject refund) {
        return new Refund(refund.requiredId("id"), refund.id("charge"), refund.id("payment_intent"),
                refund.amount("amount"), refund.word("status"));
    }

    public ReturnedMoney fact() {
        return new ReturnedMoney(ReturnedMoney.Kind.REFUND, id, charge, paymentIntent, null, amount,
                status == null ? "succeeded" : status);
    }
}
