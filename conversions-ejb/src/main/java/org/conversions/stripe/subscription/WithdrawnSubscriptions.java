package org.conversions.stripe.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes subscriptions away. */
@ApplicationScoped
class WithdrawnSubscriptions implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from stripe_subscription"
                + " where subscription_id like concat('sub_', :mark, '%') and workspace_id = :workspace and mode = 'sandbox'"));
    }
}
