package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.WorkspaceId;

/** Reads commissions to change them: they are kept from others until the commit, always in the order of their ids. */
@Dependent
class CommissionRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return those that the workspace has, by their ids */
    Map<String, Commission> locked(WorkspaceId workspaceId, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select c from Commission c where c.workspaceId = :workspace and c.id in :ids"
                        + " order by c.id", Commission.class)
                .setParameter("workspace", workspaceId).setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .collect(Collectors.toMap(commission -> commission.id, Function.identity(), (one, same) -> one,
                        LinkedHashMap::new));
    }

    /** @return the ids of those of the same partner, mode and currency that wait for no holding period and are in no batch */
    List<String> waitingForNothing(Commission like) {
        return database.createQuery("select c.id from Commission c"
                        + " where c.workspaceId = :workspace and c.partnerId = :partner and c.programId = :program"
                        + " and c.payableAt = :longAgo and c.mode = :mode and c.currency = :currency and c.batchId is null"
                        + " order by c.id", String.class)
                .setParameter("workspace", like.workspaceId).setParameter("partner", like.partnerId)
                .setParameter("program", like.programId).setParameter("longAgo", UtcTime.LONG_AGO)
                .setParameter("mode", like.mode).setParameter("currency", like.currency).getResultList();
    }
}
