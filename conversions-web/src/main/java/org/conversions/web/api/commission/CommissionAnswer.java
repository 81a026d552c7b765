package org.conversions.web.api.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.commission.PayoutView;
import org.conversions.partner.PartnerView;
import org.conversions.platform.id.RowId;
import org.conversions.web.api.customer.CustomerAnswer;
import org.conversions.web.openapi.Required;

/**
 * A commission as the API shows it. Amounts are minor units, after what was taken back.
 *
 * @param grossEarnings    what was earned before anything was taken back
 * @param refundedEarnings what was taken back of it
 * @param paidEarnings     what the partner was paid of it, less what later payments absorbed
 * @param clawbackEarnings what was paid and taken back since, and waits for a payment that absorbs it
 * @param entries          everything that happened to it, in the order in which it became known; left out in lists
 * @param payment          the last one that settled something of it; left out in lists, and as long as there is none
 */
public record CommissionAnswer(
        @Required String id, @Required String type, long amount, long earnings, long grossEarnings,
        long refundedEarnings, long paidEarnings, long clawbackEarnings, @Required String currency,
        @Required String status, int quantity, String invoiceId, String saleId, String leadId, String description,
        Object metadata, String userId, @Required Instant createdAt, @Required Instant updatedAt, Instant paidAt,
        @Required Partner partner, CustomerAnswer customer,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Entry> entries,
        @JsonInclude(JsonInclude.Include.NON_NULL) PaymentAnswer payment) {

    /** The partner, as far as a commission shows one. */
    public record Partner(
            @Required String id, @Required String name, String email, String image, Instant payoutsEnabledAt,
            String country, String groupId) {
    }

    /**
     * An entry of the commission.
     *
     * @param kind      earned, correction, refund, reversal or clawback; or paid, for what a payment settled
     * @param earnings  negative for what was taken back, and for what a payment absorbed of that
     * @param paymentId the payment, of what was paid
     */
    public record Entry(@Required String kind, long earnings, @Required Instant at, String paymentId) {
    }

    /** @return the same with what happened to it */
    CommissionAnswer with(List<EntryView> happened, PayoutView paid) {
        return new CommissionAnswer(id, type, amount, earnings, grossEarnings, refundedEarnings, paidEarnings,
                clawbackEarnings, currency, status, quantity, invoiceId, saleId, leadId, description, metadata, userId,
                createdAt, updatedAt, paidAt, partner, customer, happened.stream().map(entry ->
                        new Entry(entry.kind(), entry.earnings(), entry.at(), entry.payoutId())).toList(),
                paid == null ? null : PaymentAnswer.of(paid));
    }

    /** @param emails whether the partner's is shown */
    static CommissionAnswer of(CommissionView view, PartnerView partner, boolean emails, CustomerAnswer customer) {
        CommissionView.Sums sums = view.sums();
        CommissionView.Subject subject = view.subject();
        return new CommissionAnswer(view.id(), view.type(), sums.amount(), sums.earnings(), sums.gross(),
                sums.gross() - sums.earnings(), sums.paid(), sums.clawback(), view.currency(), view.status().text(),
                view.quantity(), subject.invoiceId(), RowId.text(subject.saleId()), subject.leadId(), null, null, null,
                view.times().occurredAt(), view.times().updatedAt(), view.times().paidAt(),
                new Partner(partner.id().value(), partner.name(), emails ? partner.email() : null, partner.image(), null,
                        partner.country(), null), customer, null, null);
    }
}
