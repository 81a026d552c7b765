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

    /** @return the rewards as they stood with the terms of these ids, by id; of another workspace's none */
    public Map<String, RewardView> of(WorkspaceId workspaceId, Collection<String> termsIds) {
        Map<String, RewardView> found = new HashMap<>();
        if (!termsIds.isEmpty()) {
            database.createQuery("select r from Reward r where r.id in :ids and r.workspaceId = :workspace", Reward.class)
                    .setParameter("ids", List.copyOf(termsIds)).setParameter("workspace", workspaceId).getResultStream()
                    .forEach(row -> found.put(row.id, row.view()));
        }
        return found;
    }
}
