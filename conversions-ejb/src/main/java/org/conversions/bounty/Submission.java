package org.conversions.bounty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of bounty_submission. */
@Entity
@Table(name = "bounty_submission")
class Submission {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "bounty_id")
    String bountyId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Column(name = "period_number")
    int periodNumber;
    SubmissionStatus status;
    String description;
    /** One a line; null for none. */
    String urls;
    /** JSON; null for none. */
    String files;
    /** The figure when the bounty began, and as it was looked at last; null for one that was handed in. */
    Long baseline;
    @Column(name = "performance_count")
    Long performanceCount;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "completed_at")
    Instant completedAt;
    @Column(name = "reviewed_at")
    Instant reviewedAt;
    @Column(name = "rejection_reason")
    SubmissionRejection rejectionReason;
    @Column(name = "rejection_note")
    String rejectionNote;
    @Column(name = "commission_id")
    String commissionId;

    /** Keeps what counts of a figure now. It is handed in by that, once it is enough. */
    void count(Performance performance, long count, Instant now) {
        performanceCount = count;
        if (status == SubmissionStatus.DRAFT && performance.isMet(count)) {
            status = SubmissionStatus.SUBMITTED;
            completedAt = now;
        }
    }

    void reject(SubmissionRejection reason, String note, Instant now) {
        status = SubmissionStatus.REJECTED;
        rejectionReason = reason;
        rejectionNote = note;
        reviewedAt = now;
    }

    SubmissionView view() {
        return new SubmissionView(id, bountyId, partnerId, status, periodNumber, new SubmissionDraft(description,
                urls == null ? List.of() : urls.lines().toList(), SubmissionDraft.files(files)), performanceCount, createdAt, completedAt,
                new SubmissionView.Decision(reviewedAt, rejectionReason, rejectionNote, commissionId));
    }
}
