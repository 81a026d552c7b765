package org.conversions.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of partner. */
@Entity
@Table(name = "partner")
class Partner {

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String email;
    String name;
    String username;
    String image;
    String country;
    String description;
    @Column(name = "created_at")
    Instant createdAt;
}
