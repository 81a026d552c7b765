package org.conversions.web.api.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EarningBase;
import org.conversions.commission.EntryView;
import org.conversions.partner.PartnerView;
import org.conversions.payout.PayoutView;
import org.conversions.platform.id.RowId;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.web.openapi.Required;

/**
 * A commission as the API shows it. Amounts are minor units, after what was taken back.
 *
 * @param grossEarnings    what was earned before anything was taken back
 * @param refundedEarnings what was taken back of it
 * @param paidEarnings     what the partner was paid of it, less what later payouts absorbed
 * @param clawbackEarnings what was paid and taken back since, and waits for a payout that absorbs it
 * @param holdReason       dispute, guard or operator; null when nobody holds it
 * @param holdNote         why, in the operator's words, or what the guard found: same_email, same_email_domain
 * @param dueAt            when its holding period ends: it is paid by a payout after that
 * @param payoutId         the last payout that it is in or was paid by
 * @param base             what percentages are of; null for the amount of the sale
 * @param reward           what it was earned by, as that stood then; left out in lists, and of custom ones
 * @param entries          everything that happened to it, in the order in which it became known; left out in lists
 * @param payment          the last payout that paid something of it; left out in lists, and as long as there is none
 */
public record CommissionAnswer(
        @Required String id, @Required String type, long amount, long earnings, long grossEarnings,
        long refundedEarnings, long paidEarnings, long clawbackEarnings, @Required String currency,
        @Required String status, String holdReason, String holdNote, int quantity, String invoiceId, String saleId, String leadId,
        String description, Object metadata, String userId, @Required Instant createdAt, @Required Instant updatedAt,
        @Required Instant dueAt, Instant paidAt, String payoutId, @Required Partner partner, CustomerAnswer customer, Base base,
        @JsonInclude(JsonInclude.Include.NON_NULL) RewardAnswer reward,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Entry> entries,
        @JsonInclude(JsonInclude.Include.NON_NULL) PaymentAnswer payment) {

    /** The partner, as far as a commission shows one. */
    public record Partner(
            @Required String id, @Required String name, String email, String image, Instant payoutsEnabledAt,
            String country, String groupId) {
    }

    /**
     * The amount of the sale that percentages are of, where that is not simply its amount.
     *
     * @param kind    net_without_shipping or net_without_fees
     * @param amount  in minor units, before anything was taken back
     * @param unknown true as long as it is the whole amount, because what comes off it is not known
     */
    public record Base(@Required String kind, long amount, boolean unknown) {

        static Base of(EarningBase base) {
            return base == null ? null : new Base(base.kind().text(), base.amount(), base.unknown());
        }
    }

    /**
     * An entry of the commission.
     *
     * @param kind     earned, refunded, disputed, held, released, taken_back, restored, corrected or clawback; or paid and
     *                 returned, for what left the house by a payout
     * @param earnings negative for what was taken back, and for what a payout absorbed of that; 0 for holds
     * @param reason   why, where somebody said it
     * @param person   who said it
     * @param payoutId the payout, of what was paid
     */
    public record Entry(@Required String kind, long earnings, @Required Instant at, String reason, String person, String payoutId) {
    }

    /** @return the same with what happened to it */
    CommissionAnswer with(RewardAnswer terms, List<EntryView> happened, PayoutView paid) {
        return new CommissionAnswer(id, type, amount, earnings, grossEarnings, refundedEarnings, paidEarnings,
                clawbackEarnings, currency, status, holdReason, holdNote, quantity, invoiceId, saleId, leadId, description, metadata,
                userId, createdAt, updatedAt, dueAt, paidAt, payoutId, partner, customer, base, terms, happened.stream().map(entry ->
                        new Entry(entry.kind(), entry.earnings(), entry.at(), entry.reason(), entry.person(), entry.payoutId())).toList(),
                paid == null ? null : PaymentAnswer.of(paid));
    }

    /** @param emails whether the partner's is shown */
    static CommissionAnswer of(CommissionView view, String payoutId, PartnerView partner, boolean emails, CustomerAnswer customer) {
        CommissionView.Sums sums = view.sums();
        CommissionView.Subject subject = view.subject();
        CommissionView.Held held = view.held();
        return new CommissionAnswer(view.id(), view.type(), sums.amount(), sums.earnings(), sums.gross(),
                sums.gross() - sums.earnings(), sums.paid(), sums.clawback(), view.currency(), view.status().text(),
                held == null ? null : held.by().text(), held == null ? null : held.reason(), view.quantity(), subject.invoiceId(),
                RowId.text(subject.saleId()), subject.leadId(), view.description(), null, view.userId(),
                view.times().occurredAt(), view.times().updatedAt(), view.times().dueAt(), view.times().paidAt(), payoutId,
                new Partner(partner.id().value(), partner.name(), emails ? partner.email() : null, partner.image(), null,
                        partner.country(), partner.groupId()), customer, Base.of(view.base()), null, null, null);
    }
}
