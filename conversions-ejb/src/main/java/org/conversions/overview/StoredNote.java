package org.conversions.overview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of note. */
@Entity
@Table(name = "note")
class StoredNote {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String text;
    @Column(name = "noted_at")
    Instant at;
    boolean shared;
    @Column(name = "author_id")
    String authorId;
    @Column(name = "created_at")
    Instant createdAt;

    Note view(Author author) {
        return new Note(id, text, at, shared, author, createdAt);
    }
}
