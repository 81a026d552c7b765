package org.conversions.web.api.bounty;

import java.time.Instant;
import java.util.List;
import org.conversions.bounty.BountyDraft;
import org.conversions.bounty.BountyView;
import org.conversions.bounty.Performance;
import org.conversions.partner.MoveRule;
import org.conversions.web.openapi.Required;

/**
 * A bounty as the API shows it.
 *
 * @param type              performance or submission
 * @param rewardAmount      minor units; null when it is said at the approval
 * @param performanceScope  new or lifetime; null for a submission bounty
 * @param groupIds          whose partners it is for; empty for all
 * @param maxSubmissions    how many of a partner may be approved
 * @param holdingPeriodDays how long after the approval the commission is not due
 * @param archivedAt        when it was ended before its time
 */
public record BountyAnswer(
        @Required String id, @Required String name, String description, @Required String type, Long rewardAmount, @Required String currency,
        Condition performanceCondition, String performanceScope, @Required List<String> groupIds, int maxSubmissions,
        int holdingPeriodDays, @Required Instant startsAt, Instant endsAt, @Required Instant createdAt, Instant archivedAt) {

    /** The figure that earns a performance bounty. @param value minor units of the workspace's currency for amounts */
    public record Condition(@Required String attribute, @Required String operator, long value) {
    }

    static BountyAnswer of(BountyView bounty) {
        BountyDraft draft = bounty.draft();
        Performance performance = draft.performance();
        return new BountyAnswer(bounty.id(), draft.name(), draft.description(), draft.kind().text(), draft.rewardAmount(), bounty.currency(),
                performance == null ? null : new Condition(performance.attribute().text(), MoveRule.Operator.GTE.text(), performance.value()),
                performance == null ? null : performance.scope().text(), draft.groupIds(), draft.maxSubmissions(),
                draft.holdingPeriodDays(), draft.startsAt(), draft.endsAt(), bounty.createdAt(), bounty.archivedAt());
    }
}
