package org.conversions.payout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
        List<Known> known = new ArrayList<>();
        commissions.entries(workspaceId, commissionId, (at, entry) -> known.add(new Known(at, entry)));
        Map<String, Long> settled = parts.ofCommission(workspaceId, commissionId);
        payouts.byIds(workspaceId, settled.keySet()).values().forEach(payout -> {
            long part = settled.get(payout.id());
            if (payout.times().paidAt() != null) {
                known.add(of(EntryKind.PAID, part, payout.times().paidAt(), payout));
            }
            if (payout.status() == PayoutStatus.RETURNED) {
                known.add(of(EntryKind.RETURNED, -part, payout.times().returnedAt(), payout));
            }
        });
        return known.stream().sorted(Comparator.comparing(Known::at)).map(Known::entry).toList();
    }

    private static Known of(EntryKind kind, long earnings, Instant at, PayoutView payout) {
        return new Known(at, new EntryView(kind.text(), earnings, at, payout.outcome().failureReason(), payout.outcome().person(),
                payout.id()));
    }
}
