package org.conversions.partner.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.platform.Json;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of partner_application. */
@Entity
@Table(name = "partner_application")
class PartnerApplication {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "program_id")
    String programId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    /** Pending, approved or rejected. */
    EnrollmentStatus status;
    /** True while it is pending, else null: a partner has one such. */
    Boolean undecided;
    /** JSON. */
    String answers;
    @Column(name = "rejection_reason")
    RejectionReason rejectionReason;
    @Column(name = "rejection_note")
    String rejectionNote;
    Reapplication reapplication;
    /** Why it was thought to be a fraud; null for not at all, empty for no reason. */
    @Column(name = "flagged_for")
    String flaggedFor;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "decided_at")
    Instant decidedAt;

    void decide(EnrollmentStatus decision, Instant now) {
        status = decision;
        undecided = null;
        decidedAt = now;
    }

    ApplicationView view() {
        List<ApplicationForm.Answer> given = new ArrayList<>();
        Json.read(answers).forEach(answer -> given.add(new ApplicationForm.Answer(answer.path("label").asText(),
                answer.path("value").asText(null))));
        return new ApplicationView(id, partnerId, status, given, status != EnrollmentStatus.REJECTED ? null
                : new ApplicationView.Rejection(rejectionReason, rejectionNote, reapplication, flaggedFor != null, flaggedFor),
                createdAt, decidedAt);
    }
}
