package org.conversions.overview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A row of saved_view. */
@Entity
@Table(name = "saved_view")
class StoredView {

    /** Stands for all of the workspace, because names are unique for each owner and a null would be unlike another. */
    private static final String ALL = "";

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "owner_id")
    String ownerId;
    String name;
    /** The name in small letters. */
    @Column(name = "name_key")
    String nameKey;
    String query;
    @Column(name = "author_id")
    String authorId;
    @Column(name = "created_at")
    Instant createdAt;

    boolean shared() {
        return ownerId.equals(ALL);
    }

    void share(boolean shared) {
        ownerId = shared ? ALL : authorId;
    }

    void call(String checkedName) {
        name = checkedName;
        nameKey = ShortText.key(checkedName);
    }

    SavedView view(Author author) {
        return new SavedView(id, name, query, shared(), author, createdAt);
    }
}
