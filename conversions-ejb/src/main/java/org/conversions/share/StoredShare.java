package org.conversions.share;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.overview.Author;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A row of share. */
@Entity
@Table(name = "share")
class StoredShare {

    @Id
    String id;
    @Column(name = "token_hash")
    String tokenHash;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String mode;
    String name;
    String query;
    boolean money;
    @Column(name = "password_hash")
    String passwordHash;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "author_id")
    String authorId;
    @Column(name = "created_at")
    Instant createdAt;

    ShareDraft draft() {
        return new ShareDraft(name, query, Mode.of(mode), money, expiresAt);
    }

    void set(ShareDraft draft) {
        name = draft.name();
        query = draft.query();
        mode = draft.mode().text();
        money = draft.money();
        expiresAt = draft.expiresAt();
    }

    ShareView view(Author author) {
        return new ShareView(id, draft(), passwordHash != null, author, createdAt);
    }
}
