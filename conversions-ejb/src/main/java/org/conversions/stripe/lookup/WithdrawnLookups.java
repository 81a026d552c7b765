package org.conversions.stripe.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what Stripe was, or would be, asked about. */
@ApplicationScoped
class WithdrawnLookups implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from stripe_lookup"
                + " where workspace_id = :workspace and mode = 'sandbox' and object_id like concat('%', :mark, '%')"));
    }
}
