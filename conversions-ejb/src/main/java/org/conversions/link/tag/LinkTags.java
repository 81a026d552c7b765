package org.conversions.link.tag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags of links. It knows links by their ids only: the caller has found them in the workspace. */
@ApplicationScoped
public class LinkTags {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the tags of links by the link's id, each link's by name; a link without tags is left out */
    public Map<String, List<TagView>> of(Collection<String> linkIds) {
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

    public void add(String linkId, Collection<String> tagIds) {
        tagIds.forEach(tag -> database.persist(LinkTag.of(linkId, tag)));
    }

    /** @param tagIds the tags that each of the links has from now on, by the link's id */
    public void replace(Map<String, ? extends Collection<String>> tagIds) {
        if (!tagIds.isEmpty()) {
            database.createQuery("delete from LinkTag t where t.linkId in :links")
                    .setParameter("links", List.copyOf(tagIds.keySet())).executeUpdate();
            tagIds.forEach(this::add);
            database.flush();
        }
    }
}
