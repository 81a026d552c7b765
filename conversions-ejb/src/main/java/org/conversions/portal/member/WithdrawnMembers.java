package org.conversions.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the people of a partner away from it. */
@ApplicationScoped
class WithdrawnMembers implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from partner_member where partner_id = :partner and workspace_id = :workspace"));
    }
}
