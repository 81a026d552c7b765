package org.conversions.payout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.commission.CommissionList;
import org.conversions.commission.EntryKind;
import org.conversions.commission.EntryView;
import org.conversions.commission.PayoutPartList;
import org.conversions.platform.id.WorkspaceId;

/** Tells everything that happened to a commission: what was earned, taken back and held, and what left the house. */
@Stateless
public class CommissionHistory {

    @Inject
    private CommissionList commissions;
    @Inject
    private PayoutPartList parts;
    @Inject
    private Payouts payouts;

    /** An entry with its time. @param at when it became known here, which may be long after it happened at Stripe */
    private record Known(Instant at, EntryView entry) {
    }

    /** @return all of it, in the order in which it became known */
    public List<EntryView> of(WorkspaceId workspaceId, String commissionId) {
        return of(workspaceId, List.of(commissionId)).getOrDefault(commissionId, List.of());
    }

    /** @return all of it, by the ids of the commissions, in the order in which it became known */
    public Map<String, List<EntryView>> of(WorkspaceId workspaceId, Collection<String> commissionIds) {
        Map<String, List<Known>> known = new HashMap<>();
        commissions.entries(workspaceId, commissionIds, (commission, at, entry) -> add(known, commission, new Known(at, entry)));
        List<PayoutPartList.Settled> settled = parts.ofCommissions(workspaceId, commissionIds);
        Map<String, PayoutView> paid = payouts.byIds(workspaceId, settled.stream().map(PayoutPartList.Settled::payoutId).distinct().toList());
        for (PayoutPartList.Settled part : settled) {
            PayoutView payout = paid.get(part.payoutId());
            if (payout.times().paidAt() != null) {
                add(known, part.commissionId(), of(EntryKind.PAID, part.earnings(), payout.times().paidAt(), payout));
            }
            if (payout.status() == PayoutStatus.RETURNED) {
                add(known, part.commissionId(), of(EntryKind.RETURNED, -part.earnings(), payout.times().returnedAt(), payout));
            }
        }
        Map<String, List<EntryView>> histories = new HashMap<>();
        known.forEach((commission, entries) -> histories.put(commission, entries.stream().sorted(Comparator.comparing(Known::at))
                .map(Known::entry).toList()));
        return histories;
    }

    private static void add(Map<String, List<Known>> known, String commissionId, Known entry) {
        known.computeIfAbsent(commissionId, id -> new ArrayList<>()).add(entry);
    }

    private static Known of(EntryKind kind, long earnings, Instant at, PayoutView payout) {
        return new Known(at, new EntryView(kind.text(), earnings, at, payout.outcome().failureReason(), payout.outcome().person(),
                payout.id()));
    }
}
