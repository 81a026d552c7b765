package org.conversions.commission;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.platform.id.WorkspaceId;

/** Keeps which part of a payout is for which commission. */
@Dependent
class PayoutParts {

    private static final String PART = "select earnings from payout_part where commission_id = :commission and payout_id = :payout"
            + " and workspace_id = :workspace";
    private static final String CHANGE = "update payout_part set earnings = :earnings, changed_at = :now, changed_for = :reason"
            + " where commission_id = :commission and payout_id = :payout and workspace_id = :workspace";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<PayoutPartChanged> changed;

    /** @param parts the amount settled of each commission, by its id: negative for what is absorbed */
    void keep(WorkspaceId workspaceId, String payoutId, Map<String, Long> parts) {
        new TreeMap<>(parts).forEach((commissionId, earnings) -> database
                .createNativeQuery("insert into payout_part (payout_id, commission_id, workspace_id, earnings, drafted)"
                        + " values (:payout, :commission, :workspace, :earnings, :earnings)")
                .setParameter("payout", payoutId).setParameter("commission", commissionId)
                .setParameter("workspace", workspaceId).setParameter("earnings", earnings).executeUpdate());
    }

    /**
     * Brings the part that a commission has in a draft to what it should be by now.
     *
     * @param changedFor the kind of the entry, or the status, by which it changes
     */
    void follow(Commission commission, String payoutId, String changedFor) {
        long part = ((Number) database.createNativeQuery(PART)
                .setParameter("commission", commission.id).setParameter("payout", payoutId)
                .setParameter("workspace", commission.workspaceId).getSingleResult()).longValue();
        long should = DraftPart.of(commission.status, part, commission.open());
        if (should == 0) {
            commission.batchId = null;
            commission.status = commission.status == CommissionStatus.PROCESSED ? CommissionStatus.PENDING : commission.status;
        }
        if (should != part) {
            database.createNativeQuery(CHANGE)
                    .setParameter("earnings", should).setParameter("now", column(clock.instant())).setParameter("reason", changedFor)
                    .setParameter("commission", commission.id).setParameter("payout", payoutId)
                    .setParameter("workspace", commission.workspaceId).executeUpdate();
            changed.fire(new PayoutPartChanged(commission.workspaceId, payoutId, part, should));
        }
    }
}
