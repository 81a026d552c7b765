package org.conversions.web.api.commission;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.conversions.commission.CommissionView;
import org.conversions.partner.PartnerView;
import org.conversions.web.api.customer.CustomerAnswer;

/**
 * A commission as the API shows it. Amounts are minor units, after what was taken back.
 *
 * @param grossEarnings    what was earned before anything was taken back
 * @param refundedEarnings what was taken back of it
 * @param paidEarnings     what the partner was paid of it, less what later payments absorbed
 * @param clawbackEarnings what was paid and taken back since, and waits for a payment that absorbs it
 */
public record CommissionAnswer(
        @NotNull String id, @NotNull String type, long amount, long earnings, long grossEarnings,
        long refundedEarnings, long paidEarnings, long clawbackEarnings, @NotNull String currency,
        @NotNull String status, int quantity, String invoiceId, String saleId, String leadId, String description,
        Object metadata, String userId, @NotNull Instant createdAt, @NotNull Instant updatedAt, Instant paidAt,
        @NotNull Partner partner, CustomerAnswer customer) {

    /** The partner, as far as a commission shows one. */
    public record Partner(
            @NotNull String id, @NotNull String name, String email, String image, Instant payoutsEnabledAt,
            String country, String groupId) {
    }

    /** @param emails whether the partner's is shown */
    static CommissionAnswer of(CommissionView view, PartnerView partner, boolean emails, CustomerAnswer customer) {
        return new CommissionAnswer(view.id(), view.type(), view.amount(), view.earnings(), view.gross(),
                view.gross() - view.earnings(), view.paid(), view.clawback(), view.currency(), view.status(),
                view.quantity(), view.invoiceId(), view.saleId(), view.leadId(), null, null, null, view.occurredAt(),
                view.updatedAt(), view.paidAt(),
                new Partner(partner.id(), partner.name(), emails ? partner.email() : null, partner.image(), null,
                        partner.country(), null), customer);
    }
}
