package org.conversions.partner;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a partner was banned in this transaction, and what was not paid yet is owed no more. */
public record PartnerBanned(WorkspaceId workspaceId, String programId, PartnerId partnerId, Instant at) {
}
