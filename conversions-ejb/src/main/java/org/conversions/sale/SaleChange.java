package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Share;

/**
 * What is known by now of the money that went back of a sale.
 *
 * @param takenBack the whole share that was refunded or lost in disputes
 * @param refunds   how many refunds and lost disputes that is
 * @param disputed  whether a dispute is open
 * @param kind      what told of it: refund or dispute
 * @param sourceId  the charge, refund or dispute that told of it
 * @param at        when it happened
 */
public record SaleChange(Share takenBack, int refunds, boolean disputed, Kind kind, String sourceId, Instant at) {

    /** @return the same, or that so much went back by so many refunds, if that is more */
    SaleChange atLeast(Share share, int ofRefunds) {
        return takenBack.isLessThan(share) ? new SaleChange(share, ofRefunds, disputed, kind, sourceId, at) : this;
    }

    /** Why money went back. */
    public enum Kind {
        REFUND(SaleEntry.REFUND), DISPUTE(SaleEntry.DISPUTE);

        final String entry;

        Kind(String entry) {
            this.entry = entry;
        }
    }
}
