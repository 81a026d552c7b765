package org.conversions.partner.move;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.partner.Groups;
import org.conversions.partner.MoveRule;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.PartnerCounts;
import org.conversions.workspace.Mode;

/** Judges partners by the rules of their program's groups and moves them, in the transaction of the caller. Only live figures count. */
@Dependent
class MovedPartners {

    @Inject
    private Partners partners;
    @Inject
    private Groups groups;
    @Inject
    private PartnerCounts counts;
    @Inject
    private AuditTrail trail;
    @Inject
    private Clock clock;

    /** Moves those of some partners whom rules of their program's groups move. */
    void judge(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        List<PartnerView> judged = partners.byIds(workspaceId, partnerIds).values().stream()
                .filter(partner -> partner.status().earns() && !partner.enrolled().groupMoveDisabled()).toList();
        Map<String, Map<String, List<MoveRule>>> rules = new HashMap<>();
        judged.forEach(partner -> rules.computeIfAbsent(partner.programId(), program -> groups.moveRules(workspaceId, program)));
        if (rules.values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        Map<PartnerId, PartnerCounts.Counts> known = counts.of(workspaceId, judged.stream().map(PartnerView::id).toList(), Mode.LIVE);
        for (PartnerView partner : judged) {
            PartnerCounts.Counts total = known.getOrDefault(partner.id(), PartnerCounts.Counts.NONE);
            GroupChoice.of(partner.groupId(), rules.get(partner.programId()), new MoveRule.Standing(total.leads(),
                    total.conversions(), total.saleAmount(), total.commissions(),
                    Duration.between(partner.enrolled().since(), clock.instant()).toDays()))
                    .ifPresent(into -> move(workspaceId, partner, into));
        }
    }

    private void move(WorkspaceId workspaceId, PartnerView partner, GroupChoice.Move into) {
        // Somebody may have decided by hand meanwhile: the row is locked here, and looked at again.
        PartnerView after = partners.change(workspaceId, partner.id().value(), draft -> Boolean.TRUE.equals(draft.groupMoveDisabled())
                || !draft.groupId().equals(partner.groupId()) ? draft : draft.inGroup(into.groupId()));
        if (!after.groupId().equals(into.groupId())) {
            return;
        }
        trail.record(workspaceId, "partner_moved", partner.id().value(), Map.of("from", partner.groupId(), "to", into.groupId(),
                "reason", into.reason()));
    }
}
