package org.conversions.web.api.payout;

import java.time.Instant;
import org.conversions.partner.PartnerView;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.PayoutView;
import org.conversions.web.openapi.Required;

/**
 * A payout as the API shows it. Amounts are minor units.
 *
 * @param amount           what the partner gets
 * @param earnings         what was open of commissions
 * @param absorbedEarnings what was taken back of commissions that were paid earlier, and makes the amount smaller
 * @param draftedAmount    what the partner was to get when the batch was drafted
 * @param status           pending, processing, completed, failed or canceled; failed with returnedAt for one that came back
 * @param invoiceId        the batch, under the name that published clients have for it
 * @param batchId          null for one that was made outside, when commissions were marked as paid
 * @param periodStart      when the first of its commissions was earned
 * @param mode             internal, or external for one that your own system pays
 * @param method           how the partner is paid, when that is known
 * @param traceId          the name of the transfer where it was made
 */
public record PayoutAnswer(@Required String id, long amount, long earnings, long absorbedEarnings, long draftedAmount,
                           int commissions, @Required String currency, @Required String status, String invoiceId, String batchId,
                           Instant periodStart, Instant periodEnd, @Required Instant createdAt, Instant updatedAt, Instant initiatedAt,
                           Instant paidAt, Instant returnedAt, @Required String mode, String method, String description,
                           String failureReason, String traceId, @Required Partner partner) {

    /** The partner, as far as a payout shows one. */
    public record Partner(@Required String id, @Required String name, String email, String image, String defaultPayoutMethod,
                          Instant payoutsEnabledAt, String country, String tenantId, String groupId) {
    }

    /** @param emails whether the partner's is shown */
    static PayoutAnswer of(PayoutView view, PartnerView partner, boolean emails) {
        PayoutView.Sums sums = view.sums();
        PayoutView.Times times = view.times();
        return new PayoutAnswer(view.id(), view.amount(), sums.earned(), sums.absorbed(), sums.drafted(), sums.commissions(),
                view.currency(), (view.status() == PayoutStatus.RETURNED ? PayoutStatus.FAILED : view.status()).text(),
                view.batchId(), view.batchId(), times.periodStart(), times.periodEnd(), times.createdAt(), times.updatedAt(),
                times.initiatedAt(), times.paidAt(), times.returnedAt(), view.way().text(), null, null,
                view.outcome().failureReason(), view.outcome().traceId(), new Partner(partner.id().value(), partner.name(),
                        emails ? partner.email() : null, partner.image(), null, null, partner.country(), partner.tenantId(),
                        partner.groupId()));
    }
}
