package org.conversions.link.folder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A place to keep links in. */
@Entity
@Table(name = "folder")
class Folder {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    String description;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    FolderDraft draft() {
        return new FolderDraft(name, description);
    }

    FolderView view() {
        return new FolderView(id, name, description, createdAt, updatedAt);
    }
}
