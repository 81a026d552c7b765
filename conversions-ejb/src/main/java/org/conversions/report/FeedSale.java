package org.conversions.report;

import org.conversions.money.Money;

/**
 * The money of a sale in the feed.
 *
 * @param amount   minor units of the currency, as sold
 * @param refunded the part of it that was taken back
 * @param original the amount that the buyer saw and paid, or else the one that was sold, before it was converted
 */
public record FeedSale(long amount, long refunded, String currency, Money original, String invoiceId,
                       String paymentProcessor) {
}
