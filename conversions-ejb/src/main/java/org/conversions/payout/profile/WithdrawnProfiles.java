package org.conversions.payout.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.conversions.workspace.WithdrawnRows;

/** Takes the payout profile of a partner away. */
@ApplicationScoped
class WithdrawnProfiles implements WithdrawnRows {

    @Override
    public List<Deletions> deletions() {
        return List.of(Deletions.of("delete from payout_profile where partner_id = :partner and workspace_id = :workspace"));
    }
}
