package org.conversions.web.api.sale;

import java.time.Instant;
import org.conversions.sale.RefundView;
import org.conversions.web.openapi.Required;

/**
 * A refund that was told, and what it leaves.
 *
 * @param refundId        yours, or the id for a refund that was told without
 * @param amount          what went back, in minor units of {@code currency}, in which the sale was told
 * @param remainingAmount what is left of the sale by now, in the same currency
 * @param sale            as it stands by now, in the workspace's currency
 */
public record RefundAnswer(@Required String id, @Required String saleId, @Required String refundId, long amount,
                           @Required String currency, long remainingAmount, @Required Instant refundedAt,
                           @Required SaleAnswer sale) {

    static RefundAnswer of(RefundView refund, SaleAnswer sale) {
        return new RefundAnswer(refund.id(), refund.saleId(), refund.refundId(), refund.amount().minor(),
                refund.amount().currency(), refund.left().minor(), refund.refundedAt(), sale);
    }
}
