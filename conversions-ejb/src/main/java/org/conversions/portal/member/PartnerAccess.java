package org.conversions.portal.member;

import java.util.Set;
import org.conversions.access.RightsHolder;
import org.conversions.account.LoginSession;
import org.conversions.partner.PartnerView;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A person who is signed in, at one of the partners that the person belongs to. It has no right to anything of the workspace
 * but what is this partner's own.
 *
 * @param workspaceId whose partner it is
 */
public record PartnerAccess(LoginSession session, WorkspaceId workspaceId, PartnerView partner, PartnerRole role)
        implements RightsHolder {

    public PartnerId partnerId() {
        return partner.id();
    }

    /** Partners see live data, and test data where they ask for it. */
    @Override
    public Mode mode() {
        return Mode.LIVE;
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }
}
