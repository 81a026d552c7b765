package org.conversions.sale;

import org.conversions.money.Share;

/**
 * The parts of what counts of a sale that are not for the goods. Pure.
 *
 * @param shipping what the buyer paid for shipping; null when that is not known
 * @param fee      what Stripe kept of the payment; null when that is not known
 */
public record SaleCosts(Share shipping, Share fee) {

    /** Of a sale of which neither is known. */
    public static final SaleCosts UNKNOWN = new SaleCosts(null, null);
}
