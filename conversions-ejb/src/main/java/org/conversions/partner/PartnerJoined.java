package org.conversions.partner;

import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a partner is in the program from this transaction on. */
public record PartnerJoined(WorkspaceId workspaceId, PartnerId partnerId) {
}
