package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Money;

/**
 * A refund that a merchant reported.
 *
 * @param refundId the merchant's name for it; its own id for one without
 * @param amount   in the currency that the sale was reported in
 * @param left     the rest of the sale, in the same currency
 */
public record RefundView(String id, String saleId, String refundId, Money amount, Money left, Instant refundedAt) {
}
