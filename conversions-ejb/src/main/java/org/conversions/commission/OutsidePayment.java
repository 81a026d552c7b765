package org.conversions.commission;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.workspace.Mode;

/** Marks commissions as paid that an operator pays outside of this server: one payout for each partner and currency. */
@Dependent
class OutsidePayment {

    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private CommissionRows rows;
    @Inject
    private CommissionPayouts payouts;
    @Inject
    private PayoutParts kept;
    @Inject
    private Event<PayoutsPaid> paid;

    /** @return the payout of each commission that was chosen, by their ids */
    Map<String, String> pay(Collection<Commission> chosen) {
        Map<String, String> paid = new HashMap<>();
        chosen.stream().collect(Collectors.groupingBy(commission -> List.of(commission.partnerId, commission.currency),
                LinkedHashMap::new, Collectors.toList())).values().forEach(ofPartner -> {
                    String payoutId = payOne(ofPartner);
                    ofPartner.forEach(commission -> paid.put(commission.id, payoutId));
                });
        return paid;
    }

    /** @param chosen of one partner, in one currency */
    private String payOne(List<Commission> chosen) {
        Instant now = clock.instant();
        Commission first = chosen.get(0);
        Map<String, Commission> all = new LinkedHashMap<>();
        chosen.forEach(commission -> all.put(commission.id, commission));
        List<Commission> others = new ArrayList<>(rows.locked(first.workspaceId, rows.waitingForNothing(first)).values());
        others.removeIf(other -> all.containsKey(other.id) || other.batchId != null || other.payableAt == null);
        others.sort(Comparator.comparing((Commission other) -> other.updatedAt).thenComparing(other -> other.id));
        others.forEach(other -> all.put(other.id, other));
        PayoutSplit split = PayoutSplit.of(open(chosen), open(others));
        String payoutId = payouts.keep(new CommissionPayouts.PaidOutside(first.workspaceId, first.partnerId, first.mode,
                first.currency, split.earned(), split.absorbed(), split.settled().size(), now));
        kept.keep(first.workspaceId, payoutId, split.settled());
        all.values().forEach(commission -> settle(commission, split.settled().getOrDefault(commission.id, 0L),
                chosen.contains(commission), now));
        if (first.mode == Mode.LIVE) {
            paid.fire(new PayoutsPaid(first.workspaceId, List.of(payoutId)));
        }
        return payoutId;
    }

    private void settle(Commission commission, long part, boolean chosen, Instant now) {
        CommissionStatus before = commission.status;
        boolean whole = chosen || part == commission.open();
        if (whole) {
            commission.status = CommissionStatus.PAID;
            commission.paidAt = chosen || commission.paidAt == null ? now : commission.paidAt;
        }
        ledger.restated(commission, before, commission.earnings);
        commission.paid += part;
        if (part != 0) {
            ledger.book(commission, null, now, 0, 0, part);
        }
        commission.payableAt = Payable.at(commission.status, commission.open(), commission.dueAt);
        commission.updatedAt = chosen || part != 0 ? now : commission.updatedAt;
    }

    private static List<PayoutSplit.Open> open(List<Commission> commissions) {
        return commissions.stream().map(commission -> new PayoutSplit.Open(commission.id, commission.open())).toList();
    }
}
