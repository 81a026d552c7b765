package org.conversions.stripe.object;

import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleKind;

/**
 * A checkout session.
 *
 * @param customer with the click of {@code client_reference_id}, else of the metadata, and the external id of the metadata
 * @param amount   what counts of it: the total without tax, discounts out, shipping in; null in setup mode
 * @param shown    what the buyer saw and paid, with tax, when it was in another currency than the account's; or null
 * @param total    all that the buyer paid, with tax, in minor units of the buyer's currency
 * @param composition the parts of that
 */
public record CheckoutSession(String id, String mode, String paymentStatus, StripeCustomerObject customer, String invoice,
                              String paymentIntent, String subscription, Money amount, Money shown, long total,
                              Composition composition) {

    public static CheckoutSession of(StripeObject session) {
        String mode = session.text("mode");
        TrackingMetadata metadata = TrackingMetadata.of(session, "metadata");
        String clickId = TrackingMetadata.clickIdOf(session.text("client_reference_id"));
        return new CheckoutSession(session.requiredId("id"), mode, session.text("payment_status"),
                new StripeCustomerObject(session.customer(), session.text("customer_details.name"),
                        session.text("customer_details.email"), session.text("customer_details.address.country"),
                        new TrackingMetadata(metadata.externalId(), clickId != null ? clickId : metadata.clickId())),
                session.id("invoice"), session.id("payment_intent"), session.id("subscription"),
                "setup".equals(mode) ? null : amount(session), "setup".equals(mode) ? null : shown(session),
                "setup".equals(mode) ? 0 : session.amount("amount_total"),
                "setup".equals(mode) ? Composition.UNKNOWN : composition(session));
    }

    /**
     * Computes {@code amount_total − total_details.amount_tax}, never below zero. Adaptive Pricing before 2025-03-31
     * reported the buyer's currency there and the account's in {@code currency_conversion}, whose total has the tax in it:
     * the same share of it is tax. Since then the account's is reported, and {@code presentment_details} does not count.
     */
    private static Money amount(StripeObject session) {
        long total = session.amount("amount_total");
        long tax = Math.min(total, session.optionalAmount("total_details.amount_tax").orElse(0L));
        String currency = session.currency("currency");
        if (total > 0 && isConverted(session)) {
            return new Money(new Share(total - tax, total).of(session.amount("currency_conversion.amount_total")),
                    session.currency("currency_conversion.source_currency"));
        }
        return new Money(total - tax, currency);
    }

    private static Composition composition(StripeObject session) {
        long total = session.amount("amount_total");
        long counts = total - Math.min(total, session.optionalAmount("total_details.amount_tax").orElse(0L));
        return PaidShipping.composition(session, total, counts, "total_details.amount_shipping");
    }

    private static boolean isConverted(StripeObject session) {
        return session.has("currency_conversion.source_currency")
                && !session.currency("currency_conversion.source_currency").equals(session.currency("currency"));
    }

    private static Money shown(StripeObject session) {
        if (isConverted(session)) {
            return new Money(session.amount("amount_total"), session.currency("currency"));
        }
        if (!session.has("presentment_details.presentment_amount")
                || !session.has("presentment_details.presentment_currency")
                || session.currency("presentment_details.presentment_currency").equals(session.currency("currency"))) {
            return null;
        }
        return new Money(session.amount("presentment_details.presentment_amount"),
                session.currency("presentment_details.presentment_currency"));
    }

    public boolean isSetup() {
        return "setup".equals(mode);
    }

    /** @return whether the payment takes days: another event reports whether it came through */
    public boolean isPending() {
        return "unpaid".equals(paymentStatus);
    }

    /** @return whether it is a trial, or everything was discounted */
    public boolean isFree() {
        return "no_payment_required".equals(paymentStatus);
    }

    /** @return the business key of the sale: the invoice when there is one, because the invoice's own event has it too */
    public String saleKey() {
        return invoice != null ? invoice : id;
    }

    public SaleKind kind() {
        return "subscription".equals(mode) ? SaleKind.FIRST : SaleKind.ONE_TIME;
    }
}
