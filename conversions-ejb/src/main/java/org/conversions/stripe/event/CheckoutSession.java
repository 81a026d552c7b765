package org.conversions.stripe.event;

import org.conversions.conversion.SaleKind;
import org.conversions.money.Money;

/**
 * A checkout session (stripe.md 2.3).
 *
 * @param tracking the click of {@code client_reference_id}, else of the metadata; the external id of the metadata
 * @param amount   what counts of it: the total without tax, discounts out, shipping in; null in setup mode
 */
public record CheckoutSession(String id, String mode, String paymentStatus, String customer, String name, String email,
                              String country, TrackingMetadata tracking, String invoice, String paymentIntent,
                              String subscription, Money amount) {

    public static CheckoutSession of(StripeObject session) {
        String mode = session.text("mode");
        TrackingMetadata metadata = TrackingMetadata.of(session, "metadata");
        String clickId = TrackingMetadata.clickIdOf(session.text("client_reference_id"));
        return new CheckoutSession(session.requiredId("id"), mode, session.text("payment_status"),
                session.id("customer"), session.text("customer_details.name"), session.text("customer_details.email"),
                session.text("customer_details.address.country"),
                new TrackingMetadata(metadata.externalId(), clickId != null ? clickId : metadata.clickId()),
                session.id("invoice"), session.id("payment_intent"), session.id("subscription"),
                "setup".equals(mode) ? null : amount(session));
    }

    /** DESIGN §4: {@code amount_total − total_details.amount_tax}, never below zero. */
    private static Money amount(StripeObject session) {
        long tax = session.optionalAmount("total_details.amount_tax").orElse(0L);
        return new Money(Math.max(0, session.amount("amount_total") - tax), session.currency("currency"));
    }

    public boolean isSetup() {
        return "setup".equals(mode);
    }

    public boolean isPending() {
        return "unpaid".equals(paymentStatus);
    }

    /** @return the business key of the sale: the invoice when there is one, because the invoice's own event has it too */
    public String saleKey() {
        return invoice != null ? invoice : id;
    }

    public SaleKind kind() {
        return "subscription".equals(mode) ? SaleKind.FIRST : SaleKind.ONE_TIME;
    }
}
