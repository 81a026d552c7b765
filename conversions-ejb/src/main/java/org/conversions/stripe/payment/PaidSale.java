package org.conversions.stripe.payment;

/**
 * A sale that a payment paid for, or a part of it.
 *
 * @param paymentId the payment intent or charge
 * @param amount    how much of the payment, in minor units; null for all of the sale
 */
public record PaidSale(String paymentId, String saleKey, Long amount) {
}
