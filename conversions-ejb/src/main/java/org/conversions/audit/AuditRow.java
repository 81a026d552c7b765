package org.conversions.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.conversions.platform.Json;
import org.conversions.platform.id.WorkspaceId;

/** A row of audit_entry. It is written once and never changed. */
@Entity
@Table(name = "audit_entry")
class AuditRow {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String action;
    @Column(name = "actor_kind")
    String actorKind;
    @Column(name = "actor_id")
    String actorId;
    @Column(name = "actor_name")
    String actorName;
    String subject;
    /** A JSON object. */
    String details;
    String network;
    @Column(name = "created_at")
    Instant createdAt;

    void actor(Actor actor) {
        actorKind = actor.kind().name().toLowerCase(Locale.ROOT);
        actorId = actor.id();
        actorName = actor.name();
        network = actor.network();
    }

    AuditEntry view() {
        return new AuditEntry(id, createdAt, action, new AuditEntry.By(actorKind, actorId, actorName), subject,
                Json.read(details), network);
    }
}
