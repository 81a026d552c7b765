package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what a partner earned, and the parts that payouts had of it. */
@ApplicationScoped
class WithdrawnCommissions implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from limited_earning where partner_id = :partner and program_id = :program"
                        + " and workspace_id = :workspace",
                "delete from spent_sum where partner_id = :partner and program_id = :program and workspace_id = :workspace"),
                Deletions.ofIds("select c.id from commission c where c.partner_id = :partner"
                        + " and c.program_id = :program and c.workspace_id = :workspace",
                "delete from commission_entry where commission_id in (:ids) and workspace_id = :workspace",
                "delete from payout_part where commission_id in (:ids) and workspace_id = :workspace",
                "delete from commission where id in (:ids) and workspace_id = :workspace"));
    }
}
