package org.conversions.portal.member;

import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A partner that a person belongs to. @param workspaceId whose partner it is */
public record PartnerPlace(WorkspaceId workspaceId, PartnerId partnerId, PartnerRole role) {
}
