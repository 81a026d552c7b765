package org.conversions.report.total;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.tag.TagName;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.statistics.PendingClicks;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Lists links by their figures. */
@Stateless
public class LinkList {

    private static final String ALL = "1 = 1";
    private static final String FIGURES = "sum(case when s.mode = 'live' then s.clicks else 0 end) as clicks,"
            + " sum(case when s.mode = :mode then s.leads else 0 end) as leads,"
            + " sum(case when s.mode = :mode then s.sales else 0 end) as sales,"
            + " sum(case when s.mode = :mode then s.gross_amount - s.refunded_amount else 0 end) as net";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Links links;
    @Inject
    private PendingClicks pendingClicks;

    /**
     * @param mode whose leads and sales the order goes by; clicks are the live ones
     * @throws RequestRefused unprocessable for a cursor in another order than that in which links were made
     */
    public List<LinkView> list(WorkspaceId workspaceId, LinkFilter filter, LinkOrder order, boolean ascending, Page page,
                               Mode mode) {
        if (order.expression == null) {
            return links.list(workspaceId, filter, ascending, page);
        }
        if (page.byCursor()) {
            throw RequestRefused.unprocessable("fields_conflicting",
                    "startingAfter, endingBefore: only with sortBy createdAt");
        }
        List<LinkId> ids = LinkSums.ask(pendingClicks, workspaceId,
                sums -> ids(workspaceId, filter, order, ascending ? " asc" : " desc", page, mode, sums));
        Map<LinkId, LinkView> views = links.byIds(workspaceId, ids);
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    /** @return null when the figures have to be read anew */
    private List<LinkId> ids(WorkspaceId workspaceId, LinkFilter filter, LinkOrder order, String direction, Page page,
                             Mode mode, LinkSums sums) {
        Conditions conditions = conditions(workspaceId, filter).with("mode", mode.text());
        NativeQuery<?> query = conditions.bind(database.createNativeQuery("select l.id, " + sums.pending() + " as pending"
                + " from link l left join (select s.link_id, " + FIGURES + " from " + sums.rows(ALL)
                + " s group by s.link_id) f on f.link_id = l.id" + conditions.text()
                + " order by coalesce(" + order.expression + ", 0)" + direction + ", l.id" + direction)
                .unwrap(NativeQuery.class));
        List<LinkId> ids = new ArrayList<>();
        for (Object row : sums.bind(query, workspaceId).setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            if (!sums.areStillThere(columns[1])) {
                return null;
            }
            ids.add(new LinkId((String) columns[0]));
        }
        return ids;
    }

    /** @return the same conditions as {@link LinkFilter} has in JPQL, which cannot name the tables of figures */
    private static Conditions conditions(WorkspaceId workspaceId, LinkFilter filter) {
        Conditions conditions = new Conditions("l.workspace_id = :workspace", workspaceId).and("l.live = true");
        if (!filter.showArchived()) {
            conditions.and("l.archived = false");
        }
        conditions.and("l.domain = :domain", "domain", filter.domain() == null ? null : filter.domain().toLowerCase(Locale.ROOT))
                .and("l.tenant_id = :tenant", "tenant", filter.tenantId())
                .and("l.partner_id = :partner", "partner", filter.partnerId())
                .and("l.folder_id = :folder", "folder", filter.folderId())
                .andContains("(lower(l.link_key) like :search escape '!' or lower(l.url) like :search escape '!')", "search",
                        filter.search());
        if (!filter.tagIds().isEmpty()) {
            conditions.and("l.id in (select x.link_id from link_tag x where x.tag_id in (:tags))", "tags", filter.tagIds());
        } else if (!filter.tagNames().isEmpty()) {
            conditions.and("l.id in (select x.link_id from link_tag x join tag g on g.id = x.tag_id"
                    + " where g.workspace_id = :workspace and g.name_key in (:names))", "names",
                    filter.tagNames().stream().map(TagName::key).toList());
        } else if (filter.withTags()) {
            conditions.and("exists (select 1 from link_tag x where x.link_id = l.id)");
        }
        return conditions;
    }
}
