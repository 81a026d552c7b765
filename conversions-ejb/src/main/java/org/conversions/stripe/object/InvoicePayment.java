package org.conversions.stripe.object;

/**
 * A payment of an invoice: since basil the only push that names both sides.
 *
 * @param payment a payment intent or a charge; null for payments outside Stripe
 * @param amount  how much of the invoice it paid, in minor units; null when that is not reported
 */
public record InvoicePayment(String id, String invoice, String payment, Long amount) {

    public static InvoicePayment of(StripeObject invoicePayment) {
        String intent = invoicePayment.id("payment.payment_intent");
        return new InvoicePayment(invoicePayment.requiredId("id"), invoicePayment.requiredId("invoice"),
                intent != null ? intent : invoicePayment.id("payment.charge"),
                invoicePayment.optionalAmount("amount_paid").orElse(null));
    }
}
