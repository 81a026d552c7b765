package org.conversions.payout;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.conversions.commission.CommissionPayouts;
import org.conversions.commission.PayoutPartChanged;
import org.conversions.partner.PayoutMode;
import org.conversions.platform.Ids;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** Keeps the sums of payouts with what becomes of their commissions, in the same transaction. */
@ApplicationScoped
class PayoutBook implements CommissionPayouts {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    @Override
    public OpenPayout locked(WorkspaceId workspaceId, String batchId, PartnerId partnerId) {
        Object[] row = (Object[]) database.createNativeQuery("select p.id, p.status from payout p where p.batch_id = :batch"
                        + " and p.partner_id = :partner and p.workspace_id = :workspace for update")
                .setParameter("batch", batchId).setParameter("partner", partnerId).setParameter("workspace", workspaceId)
                .getSingleResult();
        return new OpenPayout((String) row[0], PayoutStatus.PENDING.text().equals(row[1]));
    }

    @Override
    public String keep(PaidOutside outside) {
        Payout payout = new Payout();
        payout.id = Ids.next("po", clock);
        payout.workspaceId = outside.workspaceId();
        payout.partnerId = outside.partnerId();
        payout.mode = outside.mode();
        payout.currency = outside.currency();
        payout.status = PayoutStatus.COMPLETED;
        payout.way = PayoutMode.EXTERNAL;
        payout.earned = outside.earned();
        payout.absorbed = outside.absorbed();
        payout.amount = outside.earned() - outside.absorbed();
        payout.drafted = payout.amount;
        payout.commissions = outside.commissions();
        payout.createdAt = outside.paidAt();
        payout.updatedAt = outside.paidAt();
        payout.initiatedAt = outside.paidAt();
        payout.paidAt = outside.paidAt();
        database.persist(payout);
        database.flush();
        return payout.id;
    }

    /** Brings the sums of a draft to what its parts are by now. */
    void follow(@Observes PayoutPartChanged event) {
        long earned = Math.max(0, event.after()) - Math.max(0, event.before());
        long absorbed = Math.max(0, -event.after()) - Math.max(0, -event.before());
        database.createNativeQuery("update payout set earned = earned + :earned, absorbed = absorbed + :absorbed, amount = amount + :change, updated_at = :now"
                        + " where id = :payout and workspace_id = :workspace")
                .setParameter("earned", earned).setParameter("absorbed", absorbed).setParameter("change", earned - absorbed)
                .setParameter("now", column(clock.instant()))
                .setParameter("payout", event.payoutId()).setParameter("workspace", event.workspaceId()).executeUpdate();
        database.createNativeQuery("update payout_batch set amount = amount + :change where workspace_id = :workspace"
                        + " and id = (select p.batch_id from payout p where p.id = :payout and p.workspace_id = :workspace)")
                .setParameter("change", earned - absorbed).setParameter("payout", event.payoutId())
                .setParameter("workspace", event.workspaceId()).executeUpdate();
    }
}
