package org.conversions.web.api.commission;

import java.time.Instant;
import org.conversions.payout.PayoutView;
import org.conversions.web.openapi.Required;

/**
 * The amount to pay to a partner for the commissions that were marked as paid together. Amounts are minor units.
 *
 * @param amount           what the partner gets: transfer this
 * @param earnings         what was open of commissions
 * @param absorbedEarnings what was taken back of commissions that were paid earlier, and makes the amount smaller
 */
public record PaymentAnswer(@Required String id, @Required String partnerId, @Required String currency, long amount,
                            long earnings, long absorbedEarnings, @Required Instant paidAt) {

    static PaymentAnswer of(PayoutView payment) {
        return new PaymentAnswer(payment.id(), payment.partnerId().value(), payment.currency(), payment.amount(),
                payment.sums().earned(), payment.sums().absorbed(), payment.times().paidAt());
    }
}
