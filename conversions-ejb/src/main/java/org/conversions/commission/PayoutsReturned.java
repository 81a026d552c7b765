package org.conversions.commission;

import java.util.List;
import org.conversions.platform.id.WorkspaceId;

/** Fired in the transaction in which payouts that were paid have come back. */
public record PayoutsReturned(WorkspaceId workspaceId, List<String> payoutIds) {
}
