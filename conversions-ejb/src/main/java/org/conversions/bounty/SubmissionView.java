package org.conversions.bounty;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;

/**
 * A submission as it stands.
 *
 * @param periodNumber     1 for the first of the partner, and so on
 * @param performanceCount the figure that counts; null for one of a submission bounty
 * @param completedAt      when it was handed in, or the figures were there; null before
 */
public record SubmissionView(String id, String bountyId, PartnerId partnerId, SubmissionStatus status, int periodNumber,
                             SubmissionDraft draft, Long performanceCount, Instant createdAt, Instant completedAt, Decision decision) {

    /** What the merchant decided; everything is null before. @param commissionId what an approval earned */
    public record Decision(Instant reviewedAt, SubmissionRejection rejection, String note, String commissionId) {
    }
}
