package org.conversions.stripe.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away the account at Stripe, and the transfers, of a partner who goes. */
@ApplicationScoped
class WithdrawnTransfers implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from stripe_payee where partner_id = :partner and workspace_id = :workspace",
                "delete from stripe_transfer where partner_id = :partner and workspace_id = :workspace"));
    }
}
