package org.conversions.portal.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the invitations of a partner's people away. */
@ApplicationScoped
class WithdrawnPartnerInvitations implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from partner_invitation where partner_id = :partner and workspace_id = :workspace"));
    }
}
