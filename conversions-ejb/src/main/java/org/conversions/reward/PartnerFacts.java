package org.conversions.reward;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Objects;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Finds what conditions look at of partners, of several at once. Nothing is read before it is looked at. */
@Dependent
public class PartnerFacts {

    @Inject
    private Partners partners;
    @Inject
    private PartnerCounts counts;
    @Inject
    private TransactionMemory memory;

    /** Says whose facts may be looked at soon: they are read together then. */
    void announce(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        Collection<PartnerId> known = partnerIds.stream().filter(Objects::nonNull).toList();
        views(workspaceId).announce(known);
        for (Mode mode : Mode.values()) {
            counts(workspaceId, mode).announce(known);
        }
    }

    /** @return the same with a fact of a partner */
    public RewardFacts with(RewardFacts facts, Fact fact, WorkspaceId workspaceId, PartnerId partnerId, Mode mode) {
        if (fact.attribute() == Attribute.PARTNER_COUNTRY) {
            PartnerView partner = views(workspaceId).get(partnerId, ids -> partners.byIds(workspaceId, ids));
            return facts.with(fact, partner == null ? null : partner.country());
        }
        PartnerCounts.Counts known = counts(workspaceId, mode).get(partnerId, ids -> counts.of(workspaceId, ids, mode));
        PartnerCounts.Counts total = known == null ? PartnerCounts.Counts.NONE : known;
        return facts.with(fact, switch (fact.attribute()) {
            case PARTNER_CLICKS -> total.clicks();
            case PARTNER_LEADS -> total.leads();
            case PARTNER_CONVERSIONS -> total.conversions();
            case PARTNER_SALE_AMOUNT -> total.saleAmount();
            case PARTNER_COMMISSIONS -> total.commissions();
            default -> throw new IllegalArgumentException(fact + " is not of a partner");
        });
    }

    private KnownRows<PartnerId, PartnerView> views(WorkspaceId workspaceId) {
        return memory.of(PartnerFacts.class, workspaceId);
    }

    private KnownRows<PartnerId, PartnerCounts.Counts> counts(WorkspaceId workspaceId, Mode mode) {
        return memory.of(PartnerCounts.class, workspaceId, mode);
    }
}
