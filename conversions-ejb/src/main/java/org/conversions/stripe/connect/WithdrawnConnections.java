package org.conversions.stripe.connect;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes a connection away, which is over by then. */
@ApplicationScoped
class WithdrawnConnections implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of(
                "delete from stripe_connection where id = :connection and workspace_id = :workspace"));
    }
}
