package org.conversions.reward;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the rewards of a program away. */
@ApplicationScoped
class WithdrawnRewards implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from reward where program_id = :program and workspace_id = :workspace"));
    }
}
