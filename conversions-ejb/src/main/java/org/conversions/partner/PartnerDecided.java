package org.conversions.partner;

import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a partner who was waiting for it was taken in this transaction, or was not. */
public record PartnerDecided(WorkspaceId workspaceId, PartnerId partnerId, EnrollmentStatus status) {
}
