package org.conversions.sale.draft;

import java.time.Instant;
import java.util.List;
import org.conversions.customer.CustomerView;
import org.conversions.money.Money;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.ConnectionId;
import org.conversions.sale.product.SaleLine;

/**
 * A report of a paid purchase, to be recorded.
 *
 * @param saleKey the business key: invoice id, else checkout session id, else payment intent; null for a sale that has
 *                none and is reported this once
 * @param lines   the lines of what was paid for; none when that was not reported
 */
public record SaleDraft(CustomerView customer, String saleKey, Report report, Marks marks, List<SaleLine> lines) {

    /** Makes one that says nothing of what was paid for. */
    public SaleDraft(CustomerView customer, String saleKey, Report report, Marks marks) {
        this(customer, saleKey, report, marks, List.of());
    }

    /**
     * Says what was paid, and when. A better report replaces it as a whole.
     *
     * @param amount    the amount that counts, without tax, in the currency it was reported in
     * @param paidTotal the total that the buyer paid, with tax, in minor units: payments are parts of it
     */
    public record Report(SaleSource source, SaleKind kind, String paymentProcessor, Money amount, long paidTotal,
                         Instant paidAt, Composition composition) {

        /** Says nothing of the parts of the payment. */
        public Report(SaleSource source, SaleKind kind, String paymentProcessor, Money amount, long paidTotal, Instant paidAt) {
            this(source, kind, paymentProcessor, amount, paidTotal, paidAt, Composition.UNKNOWN);
        }

        /** @return true for a stronger source, and for an earlier time of the same one */
        public boolean isBetterThan(Report known) {
            int stronger = source.compareTo(known.source);
            return stronger > 0 || stronger == 0 && paidAt.isBefore(known.paidAt);
        }
    }

    /**
     * Marks that a report leaves on a sale: of each, the first one stays. All of them may be null.
     *
     * @param connectionId the Stripe connection it came by
     * @param ownClickId   the click that the purchase itself names, already kept with the buyer
     * @param eventName    the merchant's name for it; null for the name of its kind
     * @param shown        the amount that the buyer saw and paid, with tax, when that was in another currency
     * @param metadata     JSON text
     * @param codeId       the discount code that the purchase itself names; of several the first that was made
     */
    public record Marks(ConnectionId connectionId, String invoiceId, ClickId ownClickId, String eventName, Money shown,
                        String metadata, String codeId) {

        static final Marks NONE = new Marks(null, null, null, null, null, null);

        /** Makes those of a purchase that names no discount code. */
        public Marks(ConnectionId connectionId, String invoiceId, ClickId ownClickId, String eventName, Money shown, String metadata) {
            this(connectionId, invoiceId, ownClickId, eventName, shown, metadata, null);
        }

        Marks named(String otherName) {
            return new Marks(connectionId, invoiceId, ownClickId, otherName, shown, metadata, codeId);
        }
    }
}
