package org.conversions.stripe.object;

/**
 * A credit note. What it refunds by card is reported by the charge as well and counts there; what it puts on
 * the customer's balance is no money that went back. Only what the merchant paid back outside Stripe is reported nowhere else.
 *
 * @param outOfBand what was paid back outside Stripe, in minor units
 * @param refunds   whether it came with a refund of a charge
 */
public record CreditNote(String id, String invoice, long outOfBand, boolean refunds) {

    public static CreditNote of(StripeObject note) {
        return new CreditNote(note.requiredId("id"), note.requiredId("invoice"),
                note.optionalAmount("out_of_band_amount").orElse(0L),
                note.has("refund") || note.hasElements("refunds"));
    }

    public ReturnedMoney fact() {
        return new ReturnedMoney(ReturnedMoney.Kind.CREDIT_NOTE, id, null, null, invoice, outOfBand, "issued");
    }
}
