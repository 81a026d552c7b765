package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of enrollment: a partner's place in a program. */
@Entity
@Table(name = "enrollment")
@IdClass(Enrollment.Key.class)
class Enrollment {

    @Id
    @Column(name = "program_id")
    String programId;
    @Id
    @Column(name = "partner_id")
    String partnerId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "group_id")
    String groupId;
    @Column(name = "tenant_id")
    String tenantId;
    EnrollmentStatus status;
    @Column(name = "banned_at")
    Instant bannedAt;
    @Column(name = "banned_reason")
    BanReason bannedReason;
    @Column(name = "deactivated_at")
    Instant deactivatedAt;
    /** True for one whom no rule of a group moves. */
    @Column(name = "group_move_disabled")
    boolean groupMoveDisabled;
    @Column(name = "past_standings")
    String pastStandings;
    @Column(name = "created_at")
    Instant createdAt;

    record Key(String programId, String partnerId) implements Serializable {
    }

    static Enrollment begin(WorkspaceId workspaceId, String programId, String partnerId, String groupId, EnrollmentStatus status,
                            Instant now) {
        Enrollment enrollment = new Enrollment();
        enrollment.workspaceId = workspaceId;
        enrollment.programId = programId;
        enrollment.partnerId = partnerId;
        enrollment.groupId = groupId;
        enrollment.status = status;
        enrollment.createdAt = now;
        return enrollment;
    }

    /** Gives the partner another place; the one until now is remembered. */
    void stand(Standing standing, Instant now) {
        Standing before = new Standing(status, groupId);
        if (!standing.equals(before)) {
            pastStandings = PastStandings.parse(pastStandings).and(now, before).text();
            status = standing.status();
            groupId = standing.groupId();
        }
    }
}
