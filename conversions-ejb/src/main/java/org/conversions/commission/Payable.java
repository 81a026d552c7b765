package org.conversions.commission;

import java.time.Instant;
import org.conversions.platform.UtcTime;

/** The moment from which something of a commission can be paid. Pure. */
final class Payable {

    private Payable() {
    }

    /**
     * What a partner owes makes the next payout smaller, whatever its cutoff, and what comes again of a commission that was
     * paid before waits for nothing either: both can be paid since long ago.
     *
     * @param open  earned and not paid, in minor units; negative for what was paid and taken back
     * @param dueAt the end of the holding period
     * @return null when nothing can be paid
     */
    static Instant at(CommissionStatus status, long open, Instant dueAt) {
        if (open == 0 || !CommissionStatus.PAYABLE.contains(status)) {
            return null;
        }
        return open < 0 || status == CommissionStatus.PAID ? UtcTime.LONG_AGO : dueAt;
    }
}
