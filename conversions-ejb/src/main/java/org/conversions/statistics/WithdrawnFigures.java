package org.conversions.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what links and their buyers came to, when the cells have been made again without them. */
@ApplicationScoped
class WithdrawnFigures implements WithdrawnRows {

    @Override
    public Turn turn() {
        return Turn.FIGURES;
    }

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.ofIds("select b.customer_id from statistics_buyer b where b.link_id in (:links)",
                        "delete from statistics_customer where customer_id in (:ids)"),
                Deletions.of("delete from statistics_buyer where link_id in (:links)",
                        "delete from statistics_link where link_id in (:links) and workspace_id = :workspace",
                        "delete from statistics_link_cell where link_id in (:links) and workspace_id = :workspace"));
    }
}
