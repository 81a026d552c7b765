package org.conversions.link;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.address.LinkKey;
import org.conversions.link.tag.LinkTags;
import org.conversions.link.tag.TagView;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.platform.secret.SecretBox;

/**
 * Finds, lists and counts short links. A link is named by its id or by {@code ext_} and the merchant's own id of it.
 */
@Stateless
public class Links {

    static final String EXTERNAL_PREFIX = "ext_";
    private static final int IDS_MAX = 1_000;
    private static final int GROUPS_MAX = 1_000;
    /** A link at random is one of the newest, so that finding it takes the same time however many there are. */
    private static final int RANDOM_OF = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private LinkTags tags;
    @Inject
    private SecretBox secrets;

    /** @return the link unless it has been deleted */
    public Optional<LinkView> find(WorkspaceId workspaceId, String idOrExternalId) {
        boolean external = idOrExternalId.startsWith(EXTERNAL_PREFIX);
        return views(database.createQuery("select l from Link l where l.workspaceId = :workspace and l.live = true"
                        + " and " + (external ? "l.externalId" : "l.id") + " = :id", Link.class)
                .setParameter("workspace", workspaceId)
                .setParameter("id", external ? idOrExternalId.substring(EXTERNAL_PREFIX.length()) : idOrExternalId)
                .getResultList()).stream().findFirst();
    }

    /** @return the link at an address unless it has been deleted */
    public Optional<LinkView> find(WorkspaceId workspaceId, String domain, String key) {
        return views(database.createQuery("select l from Link l where l.workspaceId = :workspace"
                        + " and l.domain = :domain and l.key = :key and l.live = true", Link.class)
                .setParameter("workspace", workspaceId).setParameter("domain", domain.toLowerCase(Locale.ROOT))
                .setParameter("key", LinkKey.composed(key)).getResultList()).stream().findFirst();
    }

    /** @return whether an address is taken, by a link of whatever workspace */
    public boolean exists(String domain, String key) {
        return !database.createQuery("select l.id from Link l where l.domain = :domain and l.key = :key"
                        + " and l.live = true", String.class)
                .setParameter("domain", domain.toLowerCase(Locale.ROOT)).setParameter("key", LinkKey.composed(key))
                .getResultList().isEmpty();
    }

    /** @return the links with these ids, by id, deleted ones too; ids of other workspaces are left out */
    public Map<LinkId, LinkView> byIds(WorkspaceId workspaceId, Collection<LinkId> linkIds) {
        if (linkIds.size() > IDS_MAX) {
            throw new IllegalArgumentException("More than " + IDS_MAX + " links at once");
        }
        if (linkIds.isEmpty()) {
            return Map.of();
        }
        return views(database.createQuery("select l from Link l where l.workspaceId = :workspace and l.id in :ids",
                        Link.class)
                .setParameter("workspace", workspaceId).setParameter("ids", linkIds.stream().map(LinkId::value).toList()).getResultList())
                .stream().collect(Collectors.toMap(LinkView::id, Function.identity()));
    }

    /** @return of each of these partners the newest links, at most {@link Page#SIZE_MAX}, the newest first */
    public Map<PartnerId, List<LinkView>> byPartners(WorkspaceId workspaceId, Collection<PartnerId> partnerIds) {
        if (partnerIds.isEmpty()) {
            return Map.of();
        }
        List<?> newest = database.createNativeQuery("select r.id from (select l.id as id, row_number() over"
                        + " (partition by l.partner_id order by l.id desc) as place from link l"
                        + " where l.partner_id in (:partners) and l.workspace_id = :workspace and l.live = true) r"
                        + " where r.place <= :max")
                .setParameter("partners", List.copyOf(partnerIds)).setParameter("workspace", workspaceId)
                .setParameter("max", Page.SIZE_MAX).getResultList();
        return newest.isEmpty() ? Map.of() : views(database.createQuery(
                        "select l from Link l where l.workspaceId = :workspace and l.id in :ids order by l.id desc",
                        Link.class)
                .setParameter("workspace", workspaceId).setParameter("ids", newest).getResultList()).stream()
                .collect(Collectors.groupingBy(LinkView::partnerId));
    }

    /** @return the newest links first */
    public List<LinkView> list(WorkspaceId workspaceId, LinkFilter filter, Page page) {
        return list(workspaceId, filter, false, page);
    }

    /** @param ascending whether the oldest come first */
    public List<LinkView> list(WorkspaceId workspaceId, LinkFilter filter, boolean ascending, Page page) {
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = filter.conditions(workspaceId)
                .and("l.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return views(cursor.inOrder(conditions.bind(database.createQuery("select l from Link l" + conditions.text()
                        + " order by " + cursor.order("l.workspaceId", "l.id"), Link.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList()));
    }

    public long count(WorkspaceId workspaceId, LinkFilter filter) {
        Conditions conditions = filter.conditions(workspaceId);
        return conditions.bind(database.createQuery("select count(l) from Link l" + conditions.text(), Long.class))
                .getSingleResult();
    }

    /** @return the number of links with each value, the most frequent first, at most 1000 values */
    public List<LinkGroup.Count> countBy(WorkspaceId workspaceId, LinkFilter filter, LinkGroup group) {
        Conditions conditions = filter.conditions(workspaceId);
        String from = group == LinkGroup.TAG ? " from Link l join LinkTag t on t.linkId = l.id" : " from Link l";
        return conditions.bind(database.createQuery("select " + group.column + ", count(l.id)" + from + conditions.text()
                        + " group by " + group.column + " order by count(l.id) desc, " + group.column, Object[].class))
                .setMaxResults(GROUPS_MAX).getResultStream()
                .map(row -> new LinkGroup.Count((String) row[0], (Long) row[1])).toList();
    }

    /** @return one of the newest links, at random @throws RequestRefused not found when there is none */
    public LinkView random(WorkspaceId workspaceId, LinkFilter filter) {
        List<LinkView> newest = list(workspaceId, filter, new Page(1, RANDOM_OF, null, null));
        if (newest.isEmpty()) {
            throw RequestRefused.notFound("link_not_found", "There is no link.");
        }
        return newest.get(ThreadLocalRandom.current().nextInt(newest.size()));
    }

    private List<LinkView> views(List<Link> links) {
        Map<String, List<TagView>> known = tags.of(links.stream().map(link -> link.id).toList());
        return links.stream().map(link -> link.view(known.getOrDefault(link.id, List.of()), secrets)).toList();
    }
}
