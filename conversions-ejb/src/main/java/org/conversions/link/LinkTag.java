package org.conversions.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A link has a tag. */
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

    /** @return the tags of links by the link's id, each link's by name; a link without tags is left out */
    static Map<String, List<TagView>> of(EntityManager database, Collection<String> linkIds) {
        Map<String, List<TagView>> tags = new HashMap<>();
        if (!linkIds.isEmpty()) {
            database.createQuery("select t.linkId, g.id, g.name, g.color from LinkTag t join Tag g on g.id = t.tagId"
                            + " where t.linkId in :links order by g.nameKey", Object[].class)
                    .setParameter("links", List.copyOf(linkIds)).getResultList()
                    .forEach(row -> tags.computeIfAbsent((String) row[0], link -> new ArrayList<>())
                            .add(new TagView((String) row[1], (String) row[2], (String) row[3])));
        }
        return tags;
    }
}
