package org.conversions.sale;

import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.money.Money;

/**
 * A paid purchase to be recorded.
 *
 * @param saleKey      the business key: invoice id, else checkout session id, else payment intent; null for a sale that
 *                     has none and is told this once
 * @param connectionId the Stripe connection it came by, or null
 * @param eventName    the merchant's name for it; null for the name of its kind
 * @param amount       what counts, without tax, in the currency it was told in
 * @param shown        what the buyer saw and paid, with tax, when that was in another currency; or null
 * @param paidTotal    what the buyer paid in all, with tax, in minor units: payments are parts of it
 * @param ownClickId   the click that the purchase itself names, already kept with the buyer; or null
 * @param metadata     JSON text or null
 */
public record SaleDraft(CustomerView customer, String saleKey, String connectionId, SaleKind kind, String eventName,
                        SaleSource source, String paymentProcessor, String invoiceId, Money amount, Money shown,
                        long paidTotal, String ownClickId, Instant paidAt, String metadata) {
}
