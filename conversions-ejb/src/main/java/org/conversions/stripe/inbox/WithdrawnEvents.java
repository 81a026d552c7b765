package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the events of a connection away. */
@ApplicationScoped
class WithdrawnEvents implements WithdrawnRows {

    @Override
    public Turn turn() {
        return Turn.CAUSES;
    }

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of(
                "delete from stripe_event where workspace_id = :workspace and connection_id = :connection"));
    }
}
