package org.conversions.link.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** A word to sort links by. */
@Entity
@Table(name = "tag")
class Tag {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    /** The name in small letters. */
    @Column(name = "name_key")
    String nameKey;
    String color;
    @Column(name = "created_at")
    Instant createdAt;

    void call(String checkedName) {
        name = checkedName;
        nameKey = TagName.key(checkedName);
    }

    TagView view() {
        return new TagView(id, name, color);
    }
}
