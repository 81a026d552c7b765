package org.conversions.tracking;

import org.conversions.customer.CustomerView;
import org.conversions.platform.id.CustomerId;

/**
 * The answer to a reported sale, as it is remembered.
 *
 * @param customerId null when nothing was recorded; then only the event's name is known
 * @param amount     as reported, in minor units
 * @param metadata   JSON text or null, as reported
 */
public record TrackedSale(String eventName, CustomerId customerId, String name, String email, String avatar,
                          String externalId, long amount, String currency, String paymentProcessor, String invoiceId,
                          String metadata) {

    static TrackedSale none(SaleRequest request) {
        return new TrackedSale(request.purchase().eventName(), null, null, null, null, null, 0, null, null, null, null);
    }

    static TrackedSale of(SaleRequest request, CustomerView customer) {
        SaleRequest.Purchase purchase = request.purchase();
        return new TrackedSale(purchase.eventName(), customer.id(), customer.name(), customer.email(),
                customer.avatar(), customer.externalId(), purchase.amount().minor(), purchase.amount().currency(),
                purchase.paymentProcessor(), purchase.invoiceId(), purchase.metadata());
    }
}
