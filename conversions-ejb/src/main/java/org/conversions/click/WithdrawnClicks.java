package org.conversions.click;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes clicks away with their links. */
@ApplicationScoped
class WithdrawnClicks implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.ofIds("select k.id from link_click k where k.link_id in (:links)",
                        "delete from click where workspace_id = :workspace and id in (:ids)"),
                Deletions.of("delete from link_click where link_id in (:links)"));
    }
}
