package org.conversions.stripe.object;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleKind;

/**
 * An invoice, before and after basil.
 *
 * @param amount        what counts of it: paid, without tax, never below zero
 * @param paid          what was paid, with tax, in minor units
 * @param open          true while a part of it is still to be paid
 * @param customer      with what the subscription's and the invoice's metadata say; without a country
 * @param composition   the parts of what was paid
 * @param paymentIntent only before basil; later {@code invoice_payment.paid} reports it
 */
public record Invoice(String id, StripeCustomerObject customer, Money amount, long paid, boolean open, SaleKind kind,
                      Instant paidAt, String subscription, String paymentIntent, String charge, Composition composition) {

    public static Invoice of(StripeObject invoice) {
        String subscription = invoice.id("parent.subscription_details.subscription");
        TrackingMetadata tracking = TrackingMetadata.of(invoice, "metadata")
                .or(TrackingMetadata.of(invoice, "parent.subscription_details.metadata"))
                .or(TrackingMetadata.of(invoice, "subscription_details.metadata"));
        return new Invoice(invoice.requiredId("id"), new StripeCustomerObject(invoice.customer(), invoice.text("customer_name"),
                invoice.text("customer_email"), null, tracking), amount(invoice), invoice.amount("amount_paid"),
                "open".equals(invoice.text("status")), kind(invoice), invoice.instant("status_transitions.paid_at"),
                subscription != null ? subscription : invoice.id("subscription"),
                invoice.id("payment_intent"), invoice.id("charge"), composition(invoice));
    }

    /**
     * Computes the total without tax, else what was paid. When it was settled partly from credit, the share of it
     * that was paid. Before 2022 the tax was reported and the total without it was not.
     */
    private static Money amount(StripeObject invoice) {
        long paid = invoice.amount("amount_paid");
        long total = invoice.signedAmount("total").orElse(paid);
        long counts = invoice.signedAmount("total_excluding_tax")
                .or(() -> invoice.optionalAmount("tax").map(tax -> total - tax))
                .map(withoutTax -> total > 0 ? new Share(Math.min(paid, total), total).of(withoutTax) : 0L)
                .orElse(paid);
        return new Money(Math.max(0, counts), invoice.currency("currency"));
    }

    /** What was settled from credit was paid in the same parts as the rest. */
    private static Composition composition(StripeObject invoice) {
        long total = invoice.signedAmount("total").orElse(invoice.amount("amount_paid"));
        long counts = invoice.signedAmount("total_excluding_tax")
                .or(() -> invoice.optionalAmount("tax").map(tax -> total - tax)).orElse(total);
        return PaidShipping.composition(invoice, total, counts, null);
    }

    private static SaleKind kind(StripeObject invoice) {
        String reason = invoice.text("billing_reason");
        return switch (reason == null ? "" : reason) {
            case "subscription_create" -> SaleKind.FIRST;
            case "subscription_update" -> SaleKind.EXPANSION;
            case "subscription_cycle", "subscription_threshold", "subscription" -> SaleKind.RECURRING;
            default -> SaleKind.ONE_TIME;
        };
    }
}
