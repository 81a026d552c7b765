package org.conversions.partner;

import java.util.Collection;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** The people who own a partner's account, as far as a partner's room has to know of them. */
public interface PartnerOwners {

    /** @return their email addresses */
    Collection<String> emails(WorkspaceId workspaceId, PartnerId partnerId);
}
