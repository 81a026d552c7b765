package org.conversions.payout.statement;

import java.util.List;
import org.conversions.commission.PayoutSums;
import org.conversions.platform.id.PartnerId;

/**
 * A payout that was paid, with what it is for.
 *
 * @param currency three letters in lower case
 * @param sums     one for each kind and month of commissions
 */
record PaidPayout(String payoutId, PartnerId partnerId, String currency, List<PayoutSums.Sum> sums) {

    /** @param sums one or more, of one payout */
    static PaidPayout of(List<PayoutSums.Sum> sums) {
        PayoutSums.Sum first = sums.get(0);
        return new PaidPayout(first.payoutId(), first.partnerId(), first.currency(), sums);
    }
}
