package org.conversions.sale;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes sales away with their links, what happened to their money, and what their products are called. */
@ApplicationScoped
class WithdrawnSales implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.ofIds(
                "select s.id from sale s where s.link_id in (:links) and s.workspace_id = :workspace",
                "delete from sale_entry where sale_id in (:ids) and workspace_id = :workspace",
                "delete from sale_refund where sale_id in (:ids) and workspace_id = :workspace",
                "delete from sale_product where sale_id in (:ids) and workspace_id = :workspace",
                "delete from sale_past_price where sale_id in (:ids)",
                "delete from sale where id in (:ids) and workspace_id = :workspace"),
                Deletions.of("delete from product where workspace_id = :workspace and mode = 'sandbox'"
                        + " and id like concat('%', :mark, '%')"));
    }
}
