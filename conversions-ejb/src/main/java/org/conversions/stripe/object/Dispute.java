package org.conversions.stripe.object;

/**
 * A dispute or an inquiry.
 *
 * @param amount what is disputed, in minor units; may differ from the charge
 * @param status needs_response, under_review, won, lost, prevented, for inquiries warning_…, for appeals appeal_…
 */
public record Dispute(String id, String charge, String paymentIntent, long amount, String status) {

    public static Dispute of(StripeObject dispute) {
        String status = dispute.word("status");
        if (status == null) {
            throw new MalformedObject("status is missing");
        }
        return new Dispute(dispute.requiredId("id"), dispute.id("charge"), dispute.id("payment_intent"),
                dispute.amount("amount"), status);
    }

    public ReturnedMoney fact() {
        return new ReturnedMoney(ReturnedMoney.Kind.DISPUTE, id, charge, paymentIntent, null, amount, status);
    }
}
