package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.workspace.Mode;

/**
 * Changes of commissions by an operator: they were paid outside, they are none, or they are pending again.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CommissionChanges {

    /** The most that are changed at once. */
    public static final int IDS_MAX = 100;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private Payouts payouts;
    @Inject
    private Sales sales;
    @Inject
    private AuditTrail trail;

    /**
     * Changes all commissions or, when one of them cannot be changed, none. A payout takes along what is open on
     * commissions that were paid before, and what was taken back of those makes it smaller: nothing is open of a partner
     * then but what was taken back in excess of the payout.
     *
     * @param by     the mode of the key that asks: commissions that it does not reach are unknown to it
     * @param word   the new status, a word of the API
     * @return the commissions in the order in which they were named, with what became of them
     * @throws RequestRefused unprocessable for ids or a status that cannot be; not found for an unknown id; bad request
     *         for what is no change or comes too late
     */
    public List<ChangedCommission> change(WorkspaceId workspaceId, Mode by, List<String> ids, String word) {
        checkIds(ids);
        Map<String, Commission> found = locked(workspaceId, ids);
        for (String id : ids) {
            if (!found.containsKey(id) || !by.reaches(found.get(id).mode)) {
                throw RequestRefused.notFound("commission_not_found", "There is no commission " + id + ".");
            }
        }
        CommissionStatus status = StatusChange.read(word);
        found.values().forEach(commission -> StatusChange.check(commission.id, commission.mode,
                commission.status, commission.manualStatus, commission.earnings, status));
        List<String> before = ids.stream().map(id -> found.get(id).status.text()).toList();
        Map<String, PayoutView> paid = new HashMap<>();
        if (status == CommissionStatus.PAID) {
            found.values().stream().collect(Collectors.groupingBy(
                    commission -> List.of(commission.partnerId, commission.currency),
                    LinkedHashMap::new, Collectors.toList())).values().forEach(chosen -> {
                        PayoutView payout = pay(chosen);
                        chosen.forEach(commission -> paid.put(commission.id, payout));
                    });
        } else {
            found.values().forEach(commission -> decide(commission, status));
        }
        trail.record(workspaceId, "commission_changed", ids.size() == 1 ? ids.get(0) : null,
                Map.of("commissions", ids, "from", before, "to", status.text()));
        return ids.stream().map(id -> new ChangedCommission(id, found.get(id).status, paid.get(id))).toList();
    }

    private static void checkIds(List<String> ids) {
        if (ids.isEmpty() || ids.size() > IDS_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", "commissionIds: must be 1 to " + IDS_MAX);
        }
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw RequestRefused.unprocessable("field_duplicate", "commissionIds: " + id + " is named twice");
            }
        }
    }

    private void decide(Commission commission, CommissionStatus status) {
        Entitlement due = due(commission);
        commission.manualStatus = status == CommissionStatus.PENDING ? null : status;
        ledger.settle(commission, row -> row.updatedAt = clock.instant(), due, clock.instant());
        if (status == CommissionStatus.PENDING) {
            StatusChange.checkReturned(commission.id, commission.status);
        }
    }

    /** @return the amounts it should come to without the operator's status, as the sale stands */
    private Entitlement due(Commission commission) {
        if (commission.saleId == null) {
            return Entitlement.ofLead(commission.earned);
        }
        SaleView sale = sales.get(commission.workspaceId, commission.saleId);
        return new Entitlement(commission.sold, commission.earned, sale.takenBack(), sale.disputed());
    }

    /** @param chosen of one partner, in one currency @return the payout of the partner */
    private PayoutView pay(List<Commission> chosen) {
        Instant now = clock.instant();
        List<CommissionEntry> paying = open(chosen);
        Map<String, Commission> paidBefore = locked(chosen.get(0).workspaceId, paidWithSomethingOpen(chosen.get(0)));
        List<CommissionEntry> before = open(paidBefore.values());
        PayoutSplit split = PayoutSplit.of(paying.stream().map(CommissionEntry::open).toList(),
                before.stream().map(CommissionEntry::open).toList());
        List<CommissionEntry> all = new ArrayList<>(paying);
        all.addAll(before);
        Map<String, Long> parts = new HashMap<>();
        for (CommissionEntry entry : all) {
            if (split.settled().containsKey(entry.id)) {
                parts.merge(entry.commissionId, split.settled().get(entry.id), Long::sum);
                entry.paid += split.settled().get(entry.id);
                entry.paidAt = now;
            }
        }
        paidBefore.values().forEach(commission -> commission.paid += parts.getOrDefault(commission.id, 0L));
        for (Commission commission : chosen) {
            commission.paid += parts.getOrDefault(commission.id, 0L);
            CommissionStatus unpaid = commission.status;
            commission.status = CommissionStatus.PAID;
            ledger.restated(commission, unpaid, commission.earnings);
            commission.paidAt = now;
            commission.updatedAt = now;
        }
        ledger.book(chosen.get(0), null, now, 0, 0, parts.values().stream().mapToLong(Long::longValue).sum());
        return payouts.keep(chosen.get(0), parts, now);
    }

    private List<String> paidWithSomethingOpen(Commission like) {
        return database.createQuery("select c.id from Commission c"
                        + " where c.workspaceId = :workspace and c.partnerId = :partner and c.mode = :mode"
                        + " and c.currency = :currency and c.status = :paid and c.earnings <> c.paid"
                        + " order by c.id", String.class)
                .setParameter("workspace", like.workspaceId).setParameter("partner", like.partnerId)
                .setParameter("mode", like.mode).setParameter("currency", like.currency)
                .setParameter("paid", CommissionStatus.PAID).getResultList();
    }

    /** The entries of which something was not paid, the oldest first; read after their commissions are locked. */
    private List<CommissionEntry> open(Collection<Commission> commissions) {
        if (commissions.isEmpty()) {
            return List.of();
        }
        return database.createQuery("select e from CommissionEntry e where e.commissionId in :commissions"
                        + " and e.earnings <> e.paid order by e.recordedAt, e.id", CommissionEntry.class)
                .setParameter("commissions", commissions.stream().map(commission -> commission.id).toList())
                .getResultList();
    }

    private Map<String, Commission> locked(WorkspaceId workspaceId, List<String> ids) {
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
}
