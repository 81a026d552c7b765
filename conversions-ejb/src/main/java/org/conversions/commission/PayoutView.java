package org.conversions.commission;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;

/**
 * A payout outside of this server, made when commissions were marked as paid. Amounts are minor units.
 *
 * @param earned   the sum that was open of commissions
 * @param absorbed the sum that was taken back of those that were paid earlier, positive
 */
public record PayoutView(String id, PartnerId partnerId, String currency, long earned, long absorbed, Instant paidAt) {

    /** @return the sum that the partner gets */
    public long amount() {
        return earned - absorbed;
    }
}
