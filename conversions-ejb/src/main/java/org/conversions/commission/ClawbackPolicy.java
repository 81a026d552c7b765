package org.conversions.commission;

import org.conversions.money.Share;

/**
 * What a refund takes back of a commission (DESIGN §4): the refunded share of the sale is the same share of what the
 * partner earned by it. Pure.
 */
final class ClawbackPolicy {

    private ClawbackPolicy() {
    }

    /**
     * @param earned    what the partner earned by the sale, in minor units
     * @param takenBack what earlier refunds took back of it, positive
     * @param refunded  the whole share that is refunded by now
     * @return what is still to be taken back: 0 when an earlier refund took as much or more
     */
    static long toTakeBack(long earned, long takenBack, Share refunded) {
        return Math.max(0, refunded.of(earned) - takenBack);
    }
}
