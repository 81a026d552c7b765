package org.conversions.commission;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The payouts, as far as commissions have to know of them. */
public interface CommissionPayouts {

    /**
     * A payout of a partner in a batch that is neither paid nor came to nothing.
     *
     * @param draft true until the batch is confirmed: what is taken back of it leaves it
     */
    record OpenPayout(String payoutId, boolean draft) {
    }

    /**
     * A payout that was made outside, when commissions were marked as paid.
     *
     * @param earned   the sum that was open of commissions, in minor units
     * @param absorbed the sum that was taken back of those that were paid earlier, positive
     */
    record PaidOutside(WorkspaceId workspaceId, PartnerId partnerId, Mode mode, String currency, long earned, long absorbed,
                       int commissions, Instant paidAt) {
    }

    /** @return the payout that has a commission, kept from others until the commit: it becomes no other meanwhile */
    OpenPayout locked(WorkspaceId workspaceId, String batchId, PartnerId partnerId);

    /** Keeps a payout that was made outside. @return its id */
    String keep(PaidOutside payout);
}
