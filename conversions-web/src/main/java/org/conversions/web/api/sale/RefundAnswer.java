package org.conversions.web.api.sale;

import java.time.Instant;
import org.conversions.sale.refund.RefundView;
import org.conversions.web.openapi.Required;

/**
 * A reported refund, and what it leaves of the sale.
 *
 * @param refundId        yours, or the id for a refund that was reported without
 * @param amount          what went back, in minor units of {@code currency}, in which the sale was reported
 * @param remainingAmount what is left of the sale, in the same currency
 * @param sale            as it stands, in the workspace's currency
 */
public record RefundAnswer(@Required String id, @Required String saleId, @Required String refundId, long amount,
                           @Required String currency, long remainingAmount, @Required Instant refundedAt,
                           @Required SaleAnswer sale) {

    static RefundAnswer of(RefundView refund, SaleAnswer sale) {
        return new RefundAnswer(refund.id(), refund.saleId().value(), refund.refundId(), refund.amount().minor(),
                refund.amount().currency(), refund.left().minor(), refund.refundedAt(), sale);
    }
}
