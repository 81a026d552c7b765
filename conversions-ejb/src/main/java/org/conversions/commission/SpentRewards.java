package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.reward.SpendLimit;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Says how much a partner may still earn under a spend limit. */
@Dependent
class SpentRewards {

    /** Of these nothing is owed. */
    private static final Set<CommissionStatus> NOTHING =
            EnumSet.of(CommissionStatus.CANCELED, CommissionStatus.FRAUD, CommissionStatus.DUPLICATE);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Workspaces workspaces;

    /**
     * @param key   of the commission that it is asked for
     * @param until when the sale was paid or the lead happened
     * @return what is left of the limit after what was earned before in the same period, and not taken back by then
     */
    long room(SpendLimit limit, WorkspaceId workspaceId, Mode mode, Credit credit, String type, String key, String currency,
              Instant until) {
        Instant from = limit.beginning(until, workspaces.get(workspaceId).timezone());
        return limit.room(database.createQuery("select coalesce(sum(e.earnings), 0) from Commission c"
                        + " join CommissionEntry e on e.commissionId = c.id where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.partnerId = :partner and c.programId = :program and c.type = :type and c.currency = :currency"
                        + " and c.occurredAt >= :from and c.occurredAt <= :until and c.commissionKey <> :key"
                        + " and c.status not in :nothing and e.occurredAt <= :until", Long.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("partner", credit.partnerId())
                .setParameter("program", credit.programId()).setParameter("type", type).setParameter("currency", currency)
                .setParameter("from", from).setParameter("until", until).setParameter("key", key)
                .setParameter("nothing", NOTHING).getSingleResult());
    }
}
