package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.query.Columns.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.click.ClickCountries;
import org.conversions.commission.click.ClickCounts;
import org.conversions.platform.database.InList;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Tells the commissions how many clicks there were: from the cells of links, or by country from the clicks themselves. */
@ApplicationScoped
class CountedClicks implements ClickCounts {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private DeltaMerge merge;
    @Inject
    private CellDays cells;
    @Inject
    private ClickCountries countries;

    @Override
    public void catchUp() {
        while (merge.now()) {
            // There are more.
        }
        merge.bringToLinks();
    }

    @Override
    public List<LinkId> linksWithClicks(WorkspaceId workspaceId, Instant day, String after, int max) {
        List<?> links = database.createNativeQuery("select h.link_id from statistics_link_cell h where h.workspace_id = :workspace"
                        + " and h.minutes = " + CellTrait.DAY + " and h.cell_at = :day and h.mode = :live and h.link_id > :after"
                        + " and h.clicks > 0 order by h.workspace_id, h.minutes, h.cell_at, h.mode, h.link_id")
                .setParameter("workspace", workspaceId).setParameter("day", column(day)).setParameter("live", Mode.LIVE.text())
                .setParameter("after", after).setMaxResults(max).getResultList();
        return links.stream().map(id -> new LinkId((String) id)).toList();
    }

    @Override
    public Map<LinkId, Map<String, Long>> byCountry(WorkspaceId workspaceId, Collection<LinkId> linkIds, Instant from, Instant until) {
        return countries.count(workspaceId, linkIds, from, until);
    }

    @Override
    public Map<LinkId, Long> inHours(WorkspaceId workspaceId, Collection<LinkId> linkIds, Instant from, Instant until) {
        Map<LinkId, Long> clicks = new HashMap<>();
        for (List<LinkId> some : InList.<LinkId>parts(linkIds)) {
            List<?> rows = database.createNativeQuery("select h.link_id, sum(h.clicks) from statistics_link_cell h"
                            + " where h.link_id in (:links) and h.minutes = " + CellTrait.HOUR + " and h.cell_at >= :from"
                            + " and h.cell_at < :until and h.mode = :live and h.workspace_id = :workspace group by h.link_id")
                    .setParameter("links", some.stream().map(LinkId::value).toList()).setParameter("from", column(from))
                    .setParameter("until", column(until)).setParameter("live", Mode.LIVE.text())
                    .setParameter("workspace", workspaceId).getResultList();
            rows.stream().map(Object[].class::cast).forEach(row -> clicks.put(new LinkId((String) row[0]), number(row[1])));
        }
        return clicks;
    }

    @Override
    public Optional<Instant> removedBefore() {
        return cells.clicksSince();
    }
}
