package org.conversions.commission;

import java.util.List;
import org.conversions.platform.id.WorkspaceId;

/** Fired in the transaction in which payouts of live commissions were paid, once their parts are written. */
public record PayoutsPaid(WorkspaceId workspaceId, List<String> payoutIds) {
}
