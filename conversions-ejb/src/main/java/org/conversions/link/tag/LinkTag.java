package org.conversions.link.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of link_tag: a link with a tag. */
@Entity
@Table(name = "link_tag")
@IdClass(LinkTag.Key.class)
class LinkTag {

    record Key(String linkId, String tagId) implements Serializable {
    }

    @Id
    @Column(name = "link_id")
    String linkId;
    @Id
    @Column(name = "tag_id")
    String tagId;

    static LinkTag of(String linkId, String tagId) {
        LinkTag tag = new LinkTag();
        tag.linkId = linkId;
        tag.tagId = tagId;
        return tag;
    }
}
