package org.conversions.commission.click;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the days of a program's clicks away. */
@ApplicationScoped
class WithdrawnClickDays implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from click_day where program_id = :program and workspace_id = :workspace",
                "delete from click_earning where program_id = :program and workspace_id = :workspace"));
    }
}
