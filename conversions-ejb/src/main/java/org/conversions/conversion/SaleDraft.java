package org.conversions.conversion;

import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.money.Money;

/**
 * A paid purchase to be recorded.
 *
 * @param saleKey      the business key: invoice id, else checkout session id, else payment intent
 * @param connectionId the Stripe connection it came by, or null
 * @param amount       what counts, without tax, in the workspace's currency
 * @param metadata     JSON text or null
 */
public record SaleDraft(CustomerView customer, String saleKey, String connectionId, SaleKind kind, String eventName,
                        String paymentProcessor, String invoiceId, Money amount, Instant paidAt, String metadata) {
}
