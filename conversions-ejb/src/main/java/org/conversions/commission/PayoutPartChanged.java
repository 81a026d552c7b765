package org.conversions.commission;

import org.conversions.platform.id.WorkspaceId;

/**
 * CDI event: the part that a commission has in a draft payout changed in this transaction.
 *
 * @param before minor units; negative for what is absorbed
 * @param after  0 when the commission left the draft
 */
public record PayoutPartChanged(WorkspaceId workspaceId, String payoutId, long before, long after) {
}
