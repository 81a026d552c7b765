package org.conversions.commission;

import org.conversions.reward.Occasion;
import org.conversions.reward.RewardTerms;
import org.conversions.sale.SaleView;

/**
 * What a commission should come to by all that is known, in minor units. Pure.
 *
 * @param sold             the sale as sold; 0 for a lead
 * @param earned           the partner's part of it, before anything was taken back; 0 when it credits another by now
 * @param amountTakenBack  what went back of the sale, positive
 * @param earningsTakenBack the same share of the partner's part
 * @param disputed         whether a dispute about the payment is open
 */
record Due(long sold, long earned, long amountTakenBack, long earningsTakenBack, boolean disputed) {

    /** It credits somebody else, or nobody. */
    static final Due NOTHING = new Due(0, 0, 0, 0, false);

    /** The refunded share of the sale is the same share of what the partner earned by it. */
    static Due of(SaleView sale, RewardTerms terms) {
        long sold = sale.amount().minor();
        long earned = terms.earnings(Occasion.ofSale(sold));
        return earned == 0 ? NOTHING : new Due(sold, earned, sale.takenBack().of(sold), sale.takenBack().of(earned),
                sale.disputed());
    }

    static Due ofLead(long earned) {
        return new Due(0, earned, 0, 0, false);
    }

    /** The operator took back what was left. */
    Due withoutTheRest() {
        return new Due(sold, earned, sold, earned, disputed);
    }
}
