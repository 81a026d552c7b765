package org.conversions.partner;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a partner was let go in this transaction, and earns nothing new. */
public record PartnerDeactivated(WorkspaceId workspaceId, String programId, PartnerId partnerId, Instant at) {
}
