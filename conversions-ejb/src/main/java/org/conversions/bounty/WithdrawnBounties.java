package org.conversions.bounty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away the submissions of a partner who goes, and the bounties of the program. */
@ApplicationScoped
class WithdrawnBounties implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from bounty_submission where partner_id = :partner and workspace_id = :workspace",
                "delete from bounty where program_id = :program and workspace_id = :workspace"));
    }
}
