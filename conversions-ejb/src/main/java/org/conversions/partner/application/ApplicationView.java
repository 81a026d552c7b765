package org.conversions.partner.application;

import java.time.Instant;
import java.util.List;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.platform.id.PartnerId;

/**
 * Somebody's wish to become a partner.
 *
 * @param status    pending, approved or rejected
 * @param rejection null unless it was rejected
 * @param decidedAt null while it is pending
 */
public record ApplicationView(String id, PartnerId partnerId, EnrollmentStatus status, List<ApplicationForm.Answer> answers,
                              Rejection rejection, Instant createdAt, Instant decidedAt) {

    /** @param reason null for none @param flagged whether it was thought to be a fraud */
    public record Rejection(RejectionReason reason, String note, Reapplication reapplication, boolean flagged, String flaggedFor) {
    }
}
