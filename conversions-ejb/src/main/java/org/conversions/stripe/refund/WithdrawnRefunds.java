package org.conversions.stripe.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what was reported about money that went back. */
@ApplicationScoped
class WithdrawnRefunds implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from stripe_refund"
                + " where workspace_id = :workspace and mode = 'sandbox' and object_id like concat('%', :mark, '%')"));
    }
}
