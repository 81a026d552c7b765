package org.conversions.web.api.payout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.commission.PayoutPartList;
import org.conversions.payout.BatchView;
import org.conversions.payout.PayoutStatus;
import org.conversions.web.openapi.Required;

/**
 * A batch of payouts as the API shows it. Amounts are minor units of its currency.
 *
 * @param status          preparing, draft, confirmed, completed or canceled
 * @param cutoff          what was due until then is in it
 * @param minPayoutAmount what a partner had to get at least
 * @param payouts         how many partners are paid by it
 * @param draftedPayouts  how many were to be when it was drafted
 * @param createdBy       who drafted it
 * @param counts          how many payouts there are, by what became of them; left out in lists
 * @param changes         what changed since it was drafted, the newest first, at most 1,000; left out in lists
 */
public record BatchAnswer(@Required String id, @Required String status, @Required String currency, @Required Instant cutoff,
                          long minPayoutAmount, int payouts, long amount, int draftedPayouts, long draftedAmount,
                          @Required Instant createdAt, String createdBy, Instant confirmedAt, String confirmedBy, Instant canceledAt,
                          String canceledBy, @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Integer> counts,
                          @JsonInclude(JsonInclude.Include.NON_NULL) List<Change> changes) {

    /**
     * A part of a payout that changed since the batch was drafted.
     *
     * @param drafted  what it was then
     * @param earnings what it is now; 0 for a commission that left the draft
     * @param reason   by what: the kind of the commission's entry, or its status
     */
    public record Change(@Required String payoutId, @Required String commissionId, long drafted, long earnings, @Required Instant at,
                         @Required String reason) {
    }

    static BatchAnswer of(BatchView view) {
        return of(view, null, null);
    }

    static BatchAnswer of(BatchView view, Map<PayoutStatus, Integer> counts, List<PayoutPartList.Part> changes) {
        BatchView.Step confirmed = view.confirmed();
        BatchView.Step canceled = view.canceled();
        return new BatchAnswer(view.id(), view.status().text(), view.currency(), view.cutoff(), view.minPayoutAmount(),
                view.sums().payouts(), view.sums().amount(), view.sums().draftedPayouts(), view.sums().draftedAmount(),
                view.created().at(), view.created().person(), confirmed == null ? null : confirmed.at(),
                confirmed == null ? null : confirmed.person(), canceled == null ? null : canceled.at(),
                canceled == null ? null : canceled.person(), counts == null ? null : byText(counts),
                changes == null ? null : changes.stream().map(part -> new Change(part.payoutId(), part.commissionId(), part.drafted(),
                        part.earnings(), part.changedAt(), part.changedFor())).toList());
    }

    private static Map<String, Integer> byText(Map<PayoutStatus, Integer> counts) {
        Map<String, Integer> byText = new TreeMap<>();
        counts.forEach((status, count) -> byText.put(status.text(), count));
        return byText;
    }
}
