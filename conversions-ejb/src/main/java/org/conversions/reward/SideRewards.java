package org.conversions.reward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.conversions.platform.Ids;
import org.conversions.platform.id.WorkspaceId;

/** Promises rewards in programs beside the workspace's own. */
@ApplicationScoped
public class SideRewards {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** Promises a share of each sale since a time, in the transaction of the caller. */
    public void promise(WorkspaceId workspaceId, String programId, int basisPoints, Instant since) {
        Reward reward = new Reward();
        reward.id = Ids.next("rwt", clock);
        reward.rewardId = Ids.next("rw", clock);
        reward.workspaceId = workspaceId;
        reward.programId = programId;
        reward.event = Reward.SALE;
        reward.type = Reward.PERCENTAGE;
        reward.amountBasisPoints = basisPoints;
        reward.begunAt = since;
        database.persist(reward);
    }
}
