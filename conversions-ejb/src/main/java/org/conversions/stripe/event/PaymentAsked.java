package org.conversions.stripe.event;

/**
 * Stripe was asked, or could not be asked, about a payment that events wait for, and does not name its purchase.
 *
 * @param said for people: what came of it
 */
public record PaymentAsked(String workspaceId, String connectionId, String paymentId, String said) {
}
