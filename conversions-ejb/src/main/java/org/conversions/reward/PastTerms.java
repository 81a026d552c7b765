package org.conversions.reward;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;

/** Finds the terms that commissions were earned by, whether they still hold or not. */
@Stateless
public class PastTerms {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** Terms with what they are for. @param event sale or lead */
    public record Promised(String event, RewardTerms terms) {

        /** @param currency of flat amounts @return what was promised, in a sentence */
        public String text(String currency) {
            return RewardText.of(event, terms, currency);
        }
    }

    /** @return the terms with these ids, by id; of another workspace's none */
    public Map<String, Promised> of(WorkspaceId workspaceId, Collection<String> termsIds) {
        Map<String, Promised> found = new HashMap<>();
        if (!termsIds.isEmpty()) {
            database.createQuery("select r from Reward r where r.id in :ids and r.workspaceId = :workspace", Reward.class)
                    .setParameter("ids", List.copyOf(termsIds)).setParameter("workspace", workspaceId).getResultStream()
                    .forEach(row -> found.put(row.id, new Promised(row.event, row.view().terms())));
        }
        return found;
    }
}
