package org.conversions.report.check;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.statistics.CellTrait;

/** Makes the cells and sums of what partners earned again from their commissions, but for what is not merged yet. */
@Dependent
class EarningRebuild {

    private static final String START = "timestamp '1970-01-01 00:00:00'";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** The caller keeps deltas from being merged meanwhile. */
    void rebuild(WorkspaceId workspaceId) {
        change("delete from statistics_earning_cell where workspace_id = :workspace", workspaceId);
        for (int minutes : List.of(CellTrait.DAY, CellTrait.HOUR)) {
            String unit = minutes == CellTrait.DAY ? "day" : "hour";
            change("insert into statistics_earning_cell (workspace_id, partner_id, mode, currency, minutes, cell_at, link_id,"
                    + " earnings) select :workspace, f.partner_id, f.mode, f.currency, " + minutes + ", timestampadd(" + unit
                    + ", f.cell, " + START + "), f.link_id, sum(f.earnings) from (select k.partner_id, k.mode, k.currency,"
                    + " timestampdiff(" + unit + ", " + START + ", y.occurred_at) as cell, coalesce(k.link_id, '') as link_id,"
                    + " y.earnings from commission_entry y join commission k on k.id = y.commission_id"
                    + " where k.workspace_id = :workspace union all select d.partner_id, d.mode, d.currency, timestampdiff("
                    + unit + ", " + START + ", d.occurred_at), d.link_id, -d.earnings from statistics_earning_delta d"
                    + " where d.workspace_id = :workspace) f group by f.partner_id, f.mode, f.currency, f.cell, f.link_id",
                    workspaceId);
        }
        change("delete from statistics_partner where workspace_id = :workspace", workspaceId);
        change("insert into statistics_partner (workspace_id, partner_id, mode, currency, status, earnings, paid)"
                + " select :workspace, f.partner_id, f.mode, f.currency, f.status, sum(f.earnings), sum(f.paid)"
                + " from (select k.partner_id, k.mode, k.currency, k.status, y.earnings, 0 as paid from commission_entry y"
                + " join commission k on k.id = y.commission_id where k.workspace_id = :workspace"
                + " union all select k.partner_id, k.mode, k.currency, k.status, 0, k.paid from commission k"
                + " where k.workspace_id = :workspace and k.paid <> 0"
                + " union all select d.partner_id, d.mode, d.currency, d.status, -d.standing, -d.paid"
                + " from statistics_earning_delta d where d.workspace_id = :workspace) f"
                + " group by f.partner_id, f.mode, f.currency, f.status", workspaceId);
    }

    private void change(String sql, WorkspaceId workspaceId) {
        database.createNativeQuery(sql).setParameter("workspace", workspaceId).executeUpdate();
    }
}
