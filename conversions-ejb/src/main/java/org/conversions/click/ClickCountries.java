package org.conversions.click;

import static org.conversions.platform.query.Columns.number;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** Counts the clicks of links by country, from the clicks themselves. */
@Stateless
public class ClickCountries {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /**
     * @param until not included
     * @return by link and country, empty text for an unknown one; those that are not at their links yet are left out
     */
    public Map<LinkId, Map<String, Long>> count(WorkspaceId workspaceId, Collection<LinkId> linkIds, Instant from, Instant until) {
        Map<LinkId, Map<String, Long>> counts = new HashMap<>();
        for (List<LinkId> some : InList.<LinkId>parts(linkIds)) {
            List<?> rows = database.createNativeQuery("select k.link_id, c.country, count(*) from link_click k join click c on c.id = k.id"
                            + " where k.link_id in (:links) and k.uncounted = false and k.id >= :from and k.id < :until"
                            + " and c.workspace_id = :workspace group by k.link_id, c.country")
                    .setParameter("links", some.stream().map(LinkId::value).toList()).setParameter("from", ClickId.firstAt(from))
                    .setParameter("until", ClickId.firstAt(until)).setParameter("workspace", workspaceId).getResultList();
            rows.stream().map(Object[].class::cast).forEach(row -> counts.computeIfAbsent(new LinkId((String) row[0]),
                    none -> new HashMap<>()).merge((String) row[1], number(row[2]), Long::sum));
        }
        return counts;
    }
}
