package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes links away, which are out of service by then. */
@ApplicationScoped
class WithdrawnLinks implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from link_tag where link_id in (:links)",
                "delete from link where id in (:links) and workspace_id = :workspace"));
    }
}
