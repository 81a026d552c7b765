package org.conversions.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what a partner was paid, and the batches of the program. */
@ApplicationScoped
class WithdrawnPayouts implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from payout where partner_id = :partner and workspace_id = :workspace",
                "delete from payout_batch where program_id = :program and workspace_id = :workspace"));
    }
}
