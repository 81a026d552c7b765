package org.conversions.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes a program away, with its partner. */
@ApplicationScoped
class WithdrawnPartners implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of(
                "delete from enrollment where program_id = :program and workspace_id = :workspace",
                "delete from partner_group where program_id = :program and workspace_id = :workspace",
                "delete from partner where id = :partner and workspace_id = :workspace",
                "delete from program where id = :program and workspace_id = :workspace"));
    }
}
