package org.conversions.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes leads away with their links. */
@ApplicationScoped
class WithdrawnLeads implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from conversion_lead where link_id in (:links) and workspace_id = :workspace"));
    }
}
