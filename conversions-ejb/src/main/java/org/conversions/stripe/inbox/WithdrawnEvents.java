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
        return List.of(Deletions.ofIds("select e.id from stripe_event e where e.workspace_id = :workspace"
                        + " and e.connection_id = :connection",
                "delete from stripe_event_payload where event_id in (:ids)",
                "delete from stripe_event where id in (:ids) and workspace_id = :workspace"));
    }
}
