package org.conversions.web.api.customer;

import java.time.Instant;
import org.conversions.report.customer.Earning;
import org.conversions.web.openapi.Required;

/**
 * A change of what a partner earns by a customer, or a part of it that was paid. Amounts are minor units.
 *
 * @param partner null for whoever may not read partners
 * @param kind    earned, correction, refund, reversal, clawback or paid
 */
public record EarningAnswer(@Required String commissionId, @Required String partnerId, String partner, String saleId,
                            @Required String type, @Required String status, @Required String kind, long earnings,
                            @Required String currency, @Required Instant at) {

    static EarningAnswer of(Earning earning, String partner) {
        return new EarningAnswer(earning.commissionId(), earning.partnerId().value(), partner, earning.saleId(),
                earning.type(), earning.status(), earning.kind(), earning.earnings(), earning.currency(), earning.at());
    }
}
