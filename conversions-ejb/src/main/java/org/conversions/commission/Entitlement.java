package org.conversions.commission;

import org.conversions.reward.RewardContext;
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
record Entitlement(long sold, long earned, long amountTakenBack, long earningsTakenBack, boolean disputed) {

    /** It credits somebody else, or nobody. */
    static final Entitlement NOTHING = new Entitlement(0, 0, 0, 0, false);

    /** The refunded share of the sale is the same share of what the partner earned by it. */
    static Entitlement of(SaleView sale, RewardTerms terms) {
        long sold = sale.amount().minor();
        long earned = terms.earnings(RewardContext.ofSale(sold));
        return earned == 0 ? NOTHING : new Entitlement(sold, earned, sale.takenBack().of(sold), sale.takenBack().of(earned),
                sale.disputed());
    }

    static Entitlement ofLead(long earned) {
        return new Entitlement(0, earned, 0, 0, false);
    }

    /** The operator took back what was left. */
    Entitlement withoutTheRest() {
        return new Entitlement(sold, earned, sold, earned, disputed);
    }
}
