package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import org.conversions.customer.Customers;
import org.conversions.partner.PartnerEmails;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** Looks at commissions when they are made, and holds those that a partner seems to have earned by their own purchase. */
@Dependent
class CommissionGuard {

    @Inject
    private Customers customers;
    @Inject
    private PartnerEmails emails;

    /** Says whose links may be asked about soon: their partners are read together then. */
    void announce(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        emails.announce(workspaceId, linkIds);
    }

    /** @param commission about to be made, by a link that a buyer came by. @return whether it is held; it keeps why */
    Judgement judge(Commission commission, LinkId linkId, CustomerId customerId) {
        String buyer = customers.get(customerId).email();
        commission.holdReason = buyer == null ? null
                : SelfReferral.of(emails.ofOwner(commission.workspaceId, linkId), buyer).orElse(null);
        return commission.holdReason == null ? Judgement.NONE : Judgement.hold(Hold.GUARD);
    }
}
