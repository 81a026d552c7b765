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
    @Column(name = "tenant_id")
    String tenantId;
    String status;
    @Column(name = "created_at")
    Instant createdAt;

    record Key(String programId, String partnerId) implements Serializable {
    }
}
