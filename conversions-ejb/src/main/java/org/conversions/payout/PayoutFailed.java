package org.conversions.payout;

import org.conversions.platform.id.WorkspaceId;

/** CDI event: a payout failed or came back in this transaction, and what it was for is due again. */
public record PayoutFailed(WorkspaceId workspaceId, PayoutView payout) {
}
