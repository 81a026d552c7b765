package org.conversions.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.conversions.platform.id.WorkspaceId;

/** Makes the totals of a workspace's links again from their cells, in the transaction of a caller that has locked these. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WorkspaceTotals {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** Adds up the days of each link. When a link was clicked last, and its buyers, stay as they are. */
    public void rebuild(WorkspaceId workspaceId) {
        database.createNativeQuery("update statistics_link set clicks = 0, leads = 0, sales = 0, refunds = 0, gross_amount = 0,"
                        + " refunded_amount = 0 where workspace_id = :workspace")
                .setParameter("workspace", workspaceId).executeUpdate();
        database.createNativeQuery("insert into statistics_link (link_id, mode, workspace_id, clicks, leads, conversions, sales,"
                        + " refunds, gross_amount, refunded_amount) select h.link_id, h.mode, h.workspace_id, sum(h.clicks),"
                        + " sum(h.leads), 0, sum(h.sales), sum(h.refunds), sum(h.gross_amount), sum(h.refunded_amount)"
                        + " from statistics_link_cell h where h.workspace_id = :workspace and h.minutes = 1440"
                        + " group by h.link_id, h.mode, h.workspace_id"
                        + " on duplicate key update clicks = values(clicks), leads = values(leads), sales = values(sales),"
                        + " refunds = values(refunds), gross_amount = values(gross_amount),"
                        + " refunded_amount = values(refunded_amount)")
                .setParameter("workspace", workspaceId).executeUpdate();
    }
}
