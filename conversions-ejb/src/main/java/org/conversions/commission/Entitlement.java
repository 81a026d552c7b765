package org.conversions.commission;

import org.conversions.money.Share;
import org.conversions.sale.SaleView;

/**
 * The amounts that a commission should come to by all that is known, in minor units. Pure.
 *
 * @param sold      the sale as sold; 0 for a lead
 * @param earned    the partner's part of it, before anything was taken back; 0 when it credits another now
 * @param takenBack the share that went back of the sale, and so of the partner's part
 * @param disputed  true while a dispute about the payment is open
 */
record Entitlement(long sold, long earned, Share takenBack, boolean disputed) {

    /** It credits another partner, or none. */
    static final Entitlement NOTHING = new Entitlement(0, 0, Share.NONE, false);

    /** @param earned the partner's part, before anything was taken back */
    static Entitlement of(SaleView sale, long earned) {
        long sold = sale.amount().minor();
        return earned == 0 ? NOTHING : new Entitlement(sold, earned, sale.takenBack(), sale.disputed());
    }

    /** @param earned by a lead, or as the operator said; negative for what the operator takes back */
    static Entitlement of(long earned) {
        return new Entitlement(0, earned, Share.NONE, false);
    }

    /** @return the same after the operator took back what was left */
    Entitlement withoutTheRest() {
        return new Entitlement(sold, earned, Share.ALL, disputed);
    }

    /** @return the same with the amounts that the operator set, of which the same share went back; what credits nobody stays so */
    Entitlement edited(Long otherSold, Long otherEarned) {
        return this.equals(NOTHING) ? this : new Entitlement(otherSold == null ? sold : otherSold,
                otherEarned == null ? earned : otherEarned, takenBack, disputed);
    }

    /** @return the money that went back of the sale: 0 or negative */
    long amountReturned() {
        return takenBack.backFrom(sold);
    }

    /** @return the money that went back of the partner's part: 0 or negative */
    long earningsReturned() {
        return takenBack.backFrom(earned);
    }

    long amountLeft() {
        return sold + amountReturned();
    }

    long earningsLeft() {
        return earned + earningsReturned();
    }
}
