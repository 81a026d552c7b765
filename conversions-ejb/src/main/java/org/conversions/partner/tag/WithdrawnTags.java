package org.conversions.partner.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the tags from a partner who goes. */
@ApplicationScoped
class WithdrawnTags implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from tagged_partner where partner_id = :partner and workspace_id = :workspace"));
    }
}
