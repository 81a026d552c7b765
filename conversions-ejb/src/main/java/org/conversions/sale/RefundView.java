package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Money;

/**
 * A refund that a merchant told.
 *
 * @param refundId what the merchant knows it by; its own id for one that was told without
 * @param amount   in the currency that the sale was told in
 * @param left     what is left of the sale by now, in the same currency
 */
public record RefundView(String id, String saleId, String refundId, Money amount, Money left, Instant refundedAt) {
}
