package org.conversions.web.api.portal;

import java.time.Instant;
import java.util.List;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.web.openapi.Required;

/**
 * A commission as the partner sees it: what was earned by what, why it is what it is, and when it is paid. Amounts are minor units,
 * after what was taken back.
 *
 * @param type             sale, lead or custom
 * @param grossEarnings    what was earned before anything was taken back
 * @param refundedEarnings what was taken back of it
 * @param paidEarnings     what was paid of it, less what later payouts absorbed
 * @param clawbackEarnings what was paid and taken back since, and makes the next payout smaller
 * @param holdReasons      dispute, guard or operator; empty when nobody holds it
 * @param holdNote         why, in the operator's words, or what the guard found
 * @param terms            what the reward promised that it was earned by, in a sentence; null for a custom one
 * @param reward           the same in parts, as it stood then
 * @param dueAt            when its holding period ends: it is paid by a payout after that
 * @param payoutId         the last payout that it is in or was paid by
 * @param customer         who bought; null for a custom one
 * @param entries          everything that happened to it, in the order in which it became known
 */
public record PortalCommission(@Required String id, @Required String type, long amount, long earnings, long grossEarnings,
                               long refundedEarnings, long paidEarnings, long clawbackEarnings, @Required String currency,
                               @Required String status, @Required List<String> holdReasons, String holdNote, int quantity,
                               String description, String terms, RewardAnswer reward, @Required Instant createdAt,
                               @Required Instant dueAt, Instant paidAt, String payoutId, PortalCustomer customer, @Required List<Entry> entries) {

    /**
     * An entry of a commission.
     *
     * @param kind     earned, refunded, disputed, held, released, taken_back, restored, corrected or clawback; or paid and
     *                 returned, for what a payout settled
     * @param earnings negative for what was taken back, and for what a payout absorbed of that; 0 for holds
     * @param reason   why, where somebody said it
     * @param payoutId the payout, of what was paid
     */
    public record Entry(@Required String kind, long earnings, @Required Instant at, String reason, String payoutId) {

        static Entry of(EntryView entry) {
            return new Entry(entry.kind(), entry.earnings(), entry.at(), entry.reason(), entry.payoutId());
        }
    }

    static PortalCommission of(CommissionView view, RewardAnswer reward, String payoutId, PortalCustomer customer, List<EntryView> entries) {
        CommissionView.Sums sums = view.sums();
        CommissionView.Held held = view.held();
        return new PortalCommission(view.id(), view.type(), sums.amount(), sums.earnings(), sums.gross(), sums.gross() - sums.earnings(),
                sums.paid(), sums.clawback(), view.currency(), view.status().text(), held == null ? List.of() : List.of(held.by().text()),
                held == null ? null : held.reason(), view.quantity(), view.description(),
                reward == null ? null : reward.text(), reward, view.times().occurredAt(), view.times().dueAt(),
                view.times().paidAt(), payoutId, customer, entries.stream().map(Entry::of).toList());
    }
}
