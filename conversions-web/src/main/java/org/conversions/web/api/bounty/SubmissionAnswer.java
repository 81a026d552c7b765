package org.conversions.web.api.bounty;

import java.time.Instant;
import java.util.List;
import org.conversions.bounty.SubmissionDraft;
import org.conversions.bounty.SubmissionView;
import org.conversions.web.openapi.Required;

/**
 * A submission as the API shows it: every field that published clients read.
 *
 * @param status            draft, submitted, approved or rejected
 * @param periodNumber      1 for the first of the partner, and so on
 * @param performanceCount  the figure that counts, of a performance bounty
 * @param socialMetricCount null: this server looks at no social network
 * @param completedAt       when it was handed in, or the figures were there
 * @param rejectionReason   invalidProof, duplicateSubmission, outOfTimeWindow, didNotMeetCriteria or other
 * @param commissionId      what an approval earned
 */
public record SubmissionAnswer(
        @Required String id, @Required String bountyId, @Required String partnerId, @Required String status, int periodNumber,
        String description, List<String> urls, List<SubmissionDraft.ProofFile> files, Long performanceCount, Long socialMetricCount,
        @Required Instant createdAt, Instant completedAt, Instant reviewedAt, String rejectionReason, String rejectionNote,
        String commissionId) {

    static SubmissionAnswer of(SubmissionView view) {
        SubmissionView.Decision decision = view.decision();
        return new SubmissionAnswer(view.id(), view.bountyId(), view.partnerId().value(), view.status().text(), view.periodNumber(),
                view.draft().description(), view.draft().urls(), view.draft().files(), view.performanceCount(), null, view.createdAt(),
                view.completedAt(), decision.reviewedAt(), decision.rejection() == null ? null : decision.rejection().text(),
                decision.note(), decision.commissionId());
    }
}
