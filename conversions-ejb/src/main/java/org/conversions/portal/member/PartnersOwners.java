package org.conversions.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.conversions.partner.PartnerOwners;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Names the people who own a partner's account. */
@ApplicationScoped
class PartnersOwners implements PartnerOwners {

    @Inject
    private PartnerMembers members;

    @Override
    public Collection<String> emails(WorkspaceId workspaceId, PartnerId partnerId) {
        return members.list(workspaceId, partnerId).stream().filter(member -> member.role() == PartnerRole.OWNER)
                .map(member -> member.person().email()).toList();
    }
}
