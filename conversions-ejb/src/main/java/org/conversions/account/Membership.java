package org.conversions.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;

/** A row of membership: a person's role in a workspace. */
@Entity
@Table(name = "membership")
class Membership {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "person_id")
    String personId;
    Role role;
    @Column(name = "created_at")
    Instant createdAt;

    static Membership of(WorkspaceId workspaceId, String personId, Role role, Clock clock) {
        Membership membership = new Membership();
        membership.id = Ids.next("mem", clock);
        membership.workspaceId = workspaceId;
        membership.personId = personId;
        membership.role = role;
        membership.createdAt = clock.instant();
        return membership;
    }
}
