package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conversions.audit.AuditTrail;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.Credit;
import org.conversions.reward.CreditDecision;
import org.conversions.reward.RewardsInForce;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.workspace.Mode;

/**
 * Changes of commissions by an operator: they were paid outside, they are none, they are held, pending again, or come to
 * another amount. Each is kept with who said so, and why.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CommissionChanges {

    /** The most that are changed at once. */
    public static final int IDS_MAX = 100;
    private static final int REASON_MAX = 500;

    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private CommissionRows rows;
    @Inject
    private OutsidePayment outside;
    @Inject
    private RewardJudge judge;
    @Inject
    private RewardsInForce rewards;
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
     * @param reason why, or null
     * @return the commissions in the order in which they were named, with what became of them
     * @throws RequestRefused unprocessable for ids, a status or a reason that cannot be; not found for an unknown id; bad
     *         request for what is no change or comes too late
     */
    public List<ChangedCommission> change(WorkspaceId workspaceId, Mode by, List<String> ids, String word, String reason) {
        checkIds(ids);
        Said said = said(reason);
        Map<String, Commission> found = found(workspaceId, by, ids);
        CommissionStatus status = StatusChange.read(word);
        Map<String, Stage> stages = new HashMap<>();
        found.values().forEach(commission -> {
            stages.put(commission.id, ledger.stage(commission));
            StatusChange.check(commission.id, commission.mode, commission.status, commission.judgement(),
                    stages.get(commission.id), commission.earnings, status);
        });
        List<String> before = ids.stream().map(id -> found.get(id).status.text()).toList();
        Map<String, String> payouts = new HashMap<>();
        if (status == CommissionStatus.PAID) {
            payouts.putAll(outside.pay(found.values()));
        } else {
            found.values().forEach(commission -> decide(commission, status, said));
        }
        record(workspaceId, ids, said, Map.of("from", before, "to", status.text()));
        return ids.stream().map(id -> new ChangedCommission(id, found.get(id).status, payouts.get(id))).toList();
    }

    /**
     * Changes the amounts of one commission, its status, or both.
     *
     * @param word null keeps the status
     * @throws RequestRefused as the two others; unprocessable when there is nothing to change
     */
    public void change(WorkspaceId workspaceId, Mode by, String id, CommissionEdit edit, String word, String reason) {
        if (edit.isAny()) {
            edit(workspaceId, by, id, edit, reason);
        } else if (word == null) {
            throw RequestRefused.unprocessable("field_missing", "status: is required, or an amount");
        }
        if (word != null) {
            change(workspaceId, by, List.of(id), word, reason);
        }
    }

    /**
     * Changes the amounts of a commission, which stay so whatever becomes of its sale: of what is refunded of that, the same
     * share is taken back.
     *
     * @throws RequestRefused unprocessable for amounts that cannot be; not found; bad request for one that was paid, is in
     *         a confirmed payout, or credits another partner by now
     */
    private void edit(WorkspaceId workspaceId, Mode by, String id, CommissionEdit edit, String reason) {
        Said said = said(reason);
        Commission commission = found(workspaceId, by, List.of(id)).get(id);
        StatusChange.checkLeft(id, ledger.stage(commission));
        if (commission.status == CommissionStatus.CANCELED && !commission.type.equals(Commission.CUSTOM)) {
            throw RequestRefused.badRequest("commission_not_changeable", "Commission " + id + " is canceled.");
        }
        Entitlement due = due(commission);
        Map<String, Object> details = new TreeMap<>(Map.of("earningsFrom", commission.earned, "amountFrom", commission.sold));
        Long sold = edit.sold(commission.type, commission.sold, commission.currency);
        commission.editedSold = sold == null ? commission.editedSold : sold;
        commission.editedEarned = sold == null ? edit.earnings() : Long.valueOf(earned(commission, sold));
        if (commission.saleId == null) {
            due = Entitlement.of(commission.editedEarned);
        }
        ledger.settle(commission, row -> row.updatedAt = clock.instant(), due, clock.instant(), commission.judgement(), said);
        details.putAll(Map.of("earningsTo", commission.earned, "amountTo", commission.sold));
        record(workspaceId, List.of(id), said, details);
    }

    private void record(WorkspaceId workspaceId, List<String> ids, Said said, Map<String, ?> change) {
        Map<String, Object> details = new TreeMap<>(change);
        details.put("commissions", ids);
        details.put("reason", said.reason());
        trail.record(workspaceId, "commission_changed", ids.size() == 1 ? ids.get(0) : null, details);
    }

    private Said said(String reason) {
        if (reason != null && reason.length() > REASON_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid", "reason: must have at most " + REASON_MAX + " characters");
        }
        return new Said(reason == null || reason.isBlank() ? null : reason.strip(), trail.acting());
    }

    private Map<String, Commission> found(WorkspaceId workspaceId, Mode by, List<String> ids) {
        Map<String, Commission> found = rows.locked(workspaceId, ids);
        for (String id : ids) {
            if (!found.containsKey(id) || !by.reaches(found.get(id).mode)) {
                throw RequestRefused.notFound("commission_not_found", "There is no commission " + id + ".");
            }
        }
        return found;
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

    private void decide(Commission commission, CommissionStatus status, Said said) {
        Judgement judgement = switch (status) {
            case PENDING -> Judgement.NONE;
            case HOLD -> Judgement.hold(Hold.OPERATOR);
            default -> Judgement.verdict(status);
        };
        commission.holdReason = status == CommissionStatus.HOLD ? said.reason() : commission.holdReason;
        ledger.settle(commission, row -> row.updatedAt = clock.instant(), due(commission), clock.instant(), judgement, said);
        if (status == CommissionStatus.PENDING || status == CommissionStatus.HOLD) {
            StatusChange.checkReturned(commission.id, commission.status, status);
        }
    }

    /** @return the earnings if the sale had been of that amount, by the terms and inputs that it was made with */
    private long earned(Commission commission, long sold) {
        SaleView sale = sales.get(commission.workspaceId, commission.saleId);
        CreditDecision decision = rewards.forSales(sale.workspaceId(), List.of(sale.linkId())).at(sale.linkId(), sale.codeId(), sale.paidAt());
        if (!(decision instanceof Credit credit) || !credit.partnerId().equals(commission.partnerId)) {
            throw RequestRefused.badRequest("commission_not_changeable",
                    "Commission " + commission.id + " credits another partner, or nobody, by now.");
        }
        return judge.judge(sale.worth(new Money(sold, commission.currency)), credit, commission).earned();
    }

    /** @return the amounts it should come to without the operator's status, as the sale stands */
    private Entitlement due(Commission commission) {
        if (commission.saleId == null) {
            return Entitlement.of(commission.earned);
        }
        SaleView sale = sales.get(commission.workspaceId, commission.saleId);
        return new Entitlement(commission.sold, commission.earned, sale.takenBack(), sale.disputed());
    }
}
