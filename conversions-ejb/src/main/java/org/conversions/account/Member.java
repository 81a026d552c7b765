package org.conversions.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of member: a person who may sign in to a workspace. */
@Entity
@Table(name = "member")
class Member {

    static final String OWNER = "owner";

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String email;
    @Column(name = "password_hash")
    String passwordHash;
    String role;
    @Column(name = "created_at")
    Instant createdAt;
}
