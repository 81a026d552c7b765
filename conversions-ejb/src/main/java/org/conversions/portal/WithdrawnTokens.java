package org.conversions.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the tokens of a partner away. */
@ApplicationScoped
class WithdrawnTokens implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from embed_token where partner_id = :partner and workspace_id = :workspace"));
    }
}
