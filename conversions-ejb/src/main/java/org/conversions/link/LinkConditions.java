package org.conversions.link;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conversions.link.tag.TagName;

/** A filter as a query. It holds only the conditions that are asked for, so that each finds its index. */
final class LinkConditions {

    private final StringBuilder where =
            new StringBuilder(" where l.workspaceId = :workspace and l.live = true");
    private final Map<String, Object> parameters = new HashMap<>();

    LinkConditions(String workspaceId, LinkFilter filter) {
        parameters.put("workspace", workspaceId);
        if (!filter.showArchived()) {
            where.append(" and l.archived = false");
        }
        and("l.domain = :domain", "domain", filter.domain() == null ? null : filter.domain().toLowerCase(Locale.ROOT));
        and("l.tenantId = :tenant", "tenant", filter.tenantId());
        and("l.partnerId = :partner", "partner", filter.partnerId());
        and("l.folderId = :folder", "folder", filter.folderId());
        and("(lower(l.key) like :search escape '!' or lower(l.url) like :search escape '!')", "search",
                filter.search() == null ? null
                        : '%' + filter.search().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + '%');
        if (!filter.tagIds().isEmpty()) {
            and("l.id in (select x.linkId from LinkTag x where x.tagId in :tags)", "tags", filter.tagIds());
        } else if (!filter.tagNames().isEmpty()) {
            and("l.id in (select x.linkId from LinkTag x join Tag g on g.id = x.tagId"
                    + " where g.workspaceId = :workspace and g.nameKey in :names)", "names",
                    filter.tagNames().stream().map(TagName::key).toList());
        } else if (filter.withTags()) {
            where.append(" and exists (select 1 from LinkTag x where x.linkId = l.id)");
        }
    }

    /** @param value null leaves the condition out */
    LinkConditions and(String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** @param from what stands before the conditions @param end what stands after them */
    <T> TypedQuery<T> query(EntityManager database, String from, String end, Class<T> type) {
        TypedQuery<T> query = database.createQuery(from + where + end, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    static String from(LinkGroup group) {
        return group == LinkGroup.TAG ? " from Link l join LinkTag t on t.linkId = l.id" : " from Link l";
    }

    static List<LinkGroup.Count> counts(List<Object[]> rows) {
        return rows.stream().map(row -> new LinkGroup.Count((String) row[0], (Long) row[1])).toList();
    }
}
