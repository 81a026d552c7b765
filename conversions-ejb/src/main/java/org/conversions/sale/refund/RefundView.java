package org.conversions.sale.refund;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.platform.id.SaleId;

/**
 * A refund that a merchant reported.
 *
 * @param refundId the merchant's name for it; its own id for one without
 * @param amount   in the currency that the sale was reported in
 * @param left     the rest of the sale, in the same currency
 */
public record RefundView(String id, SaleId saleId, String refundId, Money amount, Money left, Instant refundedAt) {
}
