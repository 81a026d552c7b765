package org.conversions.partner.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of tagged_partner: a partner has a tag. */
@Entity
@Table(name = "tagged_partner")
@IdClass(TaggedPartner.Key.class)
class TaggedPartner {

    record Key(PartnerId partnerId, String tagId) implements Serializable {
    }

    @Id
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Id
    @Column(name = "tag_id")
    String tagId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;

    static TaggedPartner of(WorkspaceId workspaceId, PartnerId partnerId, String tagId) {
        TaggedPartner tagged = new TaggedPartner();
        tagged.workspaceId = workspaceId;
        tagged.partnerId = partnerId;
        tagged.tagId = tagId;
        return tagged;
    }
}
