package org.conversions.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes buyers away, and the clicks that brought them. */
@ApplicationScoped
class WithdrawnCustomers implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.ofIds("select c.id from customer c where c.workspace_id = :workspace"
                        + " and c.mode = 'sandbox' and c.external_id like concat('%', :mark, '%')",
                "delete from customer_click where customer_id in (:ids)",
                "delete from stripe_customer where customer_id in (:ids) and workspace_id = :workspace",
                "delete from customer where id in (:ids) and workspace_id = :workspace"));
    }
}
