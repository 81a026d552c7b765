package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away which payment paid for which sale. */
@ApplicationScoped
class WithdrawnPayments implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from stripe_payment"
                + " where payment_id like concat('pi_', :mark, '%') and workspace_id = :workspace and mode = 'sandbox'",
                "delete from stripe_payment"
                + " where payment_id like concat('ch_', :mark, '%') and workspace_id = :workspace and mode = 'sandbox'"));
    }
}
