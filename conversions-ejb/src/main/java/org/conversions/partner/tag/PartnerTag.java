package org.conversions.partner.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.link.tag.TagName;
import org.conversions.platform.id.WorkspaceId;

/** A row of partner_tag. */
@Entity
@Table(name = "partner_tag")
class PartnerTag {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    String name;
    @Column(name = "name_key")
    String nameKey;
    @Column(name = "created_at")
    Instant createdAt;

    /** @param checkedName without space around it */
    void call(String checkedName) {
        name = checkedName;
        nameKey = TagName.key(checkedName);
    }

    PartnerTagView view() {
        return new PartnerTagView(id, name);
    }
}
