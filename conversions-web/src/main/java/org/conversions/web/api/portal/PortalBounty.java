package org.conversions.web.api.portal;

import java.time.Instant;
import java.util.List;
import org.conversions.bounty.BountyDraft;
import org.conversions.bounty.BountyView;
import org.conversions.bounty.Performance;
import org.conversions.bounty.SubmissionDraft;
import org.conversions.bounty.SubmissionStatus;
import org.conversions.bounty.SubmissionView;
import org.conversions.web.openapi.Required;

/**
 * A bounty as a partner sees it.
 *
 * @param type           performance (earned by the partner's figures) or submission (by what is handed in)
 * @param rewardAmount   minor units; null where each approval says it
 * @param attribute      the figure that earns a performance bounty: totalLeads, totalConversions, totalSaleAmount or totalCommissions
 * @param value          the least of it, in minor units of the workspace's currency for amounts
 * @param scope          new (what came since it began) or lifetime
 * @param maxSubmissions how many may be approved
 * @param open           whether it can be earned now
 * @param left           how many more may be handed in; 0 for a performance bounty
 * @param submissions    the partner's own, the newest first
 */
public record PortalBounty(
        @Required String id, @Required String name, String description, @Required String type, Long rewardAmount, @Required String currency,
        String attribute, Long value, String scope, int maxSubmissions, @Required Instant startsAt, Instant endsAt, boolean open, int left,
        @Required List<PortalSubmission> submissions) {

    /**
     * A submission as its partner sees it.
     *
     * @param status           draft (the figure is not reached), submitted, approved or rejected
     * @param performanceCount the figure that counts, of a performance bounty
     * @param rejectionReason  invalidProof, duplicateSubmission, outOfTimeWindow, didNotMeetCriteria or other
     */
    public record PortalSubmission(@Required String id, @Required String status, String description, List<String> urls,
                                   List<SubmissionDraft.ProofFile> files, Long performanceCount, @Required Instant createdAt,
                                   Instant reviewedAt, String rejectionReason, String rejectionNote) {

        static PortalSubmission of(SubmissionView view) {
            SubmissionView.Decision decision = view.decision();
            return new PortalSubmission(view.id(), view.status().text(), view.draft().description(), view.draft().urls(), view.draft().files(),
                    view.performanceCount(), view.createdAt(), decision.reviewedAt(), decision.rejection() == null ? null
                    : decision.rejection().text(), decision.note());
        }
    }

    static PortalBounty of(BountyView bounty, boolean open, List<SubmissionView> own) {
        BountyDraft draft = bounty.draft();
        Performance performance = draft.performance();
        long taken = own.stream().filter(one -> one.status() != SubmissionStatus.REJECTED).count();
        return new PortalBounty(bounty.id(), draft.name(), draft.description(), draft.kind().text(), draft.rewardAmount(), bounty.currency(),
                performance == null ? null : performance.attribute().text(), performance == null ? null : Long.valueOf(performance.value()),
                performance == null ? null : performance.scope().text(), draft.maxSubmissions(), draft.startsAt(), draft.endsAt(), open,
                open && performance == null ? (int) Math.max(0, draft.maxSubmissions() - taken) : 0,
                own.stream().map(PortalSubmission::of).toList());
    }
}
