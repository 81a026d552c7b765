package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of partner. */
@Entity
@Table(name = "partner")
class Partner {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String email;
    String name;
    String username;
    String image;
    String country;
    String description;
    @Column(name = "created_at")
    Instant createdAt;
}
