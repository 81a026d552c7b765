package org.conversions.sale.entry;

import java.time.Instant;
import org.conversions.money.Share;

/**
 * All that is known of the money that went back of a sale.
 *
 * @param takenBack the whole share that was refunded or lost in disputes
 * @param refunds   the number of refunds and lost disputes that is
 * @param disputed  true while a dispute is open
 * @param kind      the kind of what reported it: refund or dispute
 * @param sourceId  the charge, refund or dispute that reported it
 * @param at        when it happened
 */
public record SaleChange(Share takenBack, int refunds, boolean disputed, Kind kind, String sourceId, Instant at) {

    /** @return the same, or so much by so many refunds, if that is more */
    public SaleChange atLeast(Share share, int ofRefunds) {
        return takenBack.isLessThan(share) ? new SaleChange(share, ofRefunds, disputed, kind, sourceId, at) : this;
    }

    /** The reason why money went back. */
    public enum Kind {
        REFUND(SaleEntryView.Kind.REFUND), DISPUTE(SaleEntryView.Kind.DISPUTE);

        private final SaleEntryView.Kind entry;

        Kind(SaleEntryView.Kind entry) {
            this.entry = entry;
        }

        /** @return the reason of the entry that takes the money back */
        public SaleEntryView.Kind entry() {
            return entry;
        }
    }
}
