package org.conversions.partner.move;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes away what is due of a program that goes. */
@ApplicationScoped
class WithdrawnMoves implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from group_move where partner_id = :partner and workspace_id = :workspace",
                "delete from group_move_round where program_id = :program and workspace_id = :workspace"));
    }
}
