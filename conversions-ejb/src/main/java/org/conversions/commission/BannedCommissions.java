package org.conversions.commission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.conversions.audit.AuditTrail;
import org.conversions.money.Share;
import org.conversions.partner.PartnerBanned;

/**
 * Cancels what a banned partner has earned and was not paid, in the transaction of the ban: out of a draft of a payout too. What
 * is in a payout that is confirmed stays; whoever confirmed it says what becomes of that.
 */
@Stateless
public class BannedCommissions {

    /** Those that are still to be paid. */
    private static final Set<CommissionStatus> OPEN = Set.of(CommissionStatus.PENDING, CommissionStatus.HOLD, CommissionStatus.PROCESSED);
    /** Bounds the commissions of one statement. */
    private static final int TOGETHER_MAX = 1_000;
    private static final String REASON = "partner_banned";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private CommissionRows rows;
    @Inject
    private AuditTrail trail;

    public void cancel(@Observes PartnerBanned event) {
        Said said = new Said(REASON, trail.acting());
        List<String> ids = next(event, "");
        while (!ids.isEmpty()) {
            for (Commission commission : rows.locked(event.workspaceId(), ids).values()) {
                if (OPEN.contains(commission.status) && ledger.stage(commission) != Stage.CONFIRMED) {
                    ledger.settle(commission, row -> row.updatedAt = clock.instant(), new Entitlement(commission.sold, commission.earned,
                            Share.NONE, commission.disputed), event.at(),
                            Judgement.verdict(CommissionStatus.CANCELED), said);
                }
            }
            database.flush();
            ids = next(event, ids.get(ids.size() - 1));
        }
    }

    private List<String> next(PartnerBanned event, String after) {
        return database.createQuery("select c.id from Commission c where c.workspaceId = :workspace and c.partnerId = :partner"
                        + " and c.programId = :program and c.status in :open and c.id > :after order by c.partnerId, c.id", String.class)
                .setParameter("workspace", event.workspaceId()).setParameter("partner", event.partnerId())
                .setParameter("program", event.programId()).setParameter("open", OPEN).setParameter("after", after)
                .setMaxResults(TOGETHER_MAX).getResultList();
    }
}
