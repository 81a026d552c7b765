package org.conversions.tracking;

import org.conversions.customer.CustomerView;

/**
 * What a merchant is answered who tells a sale.
 *
 * @param customerId null when nothing was recorded; then only the event's name is known
 * @param amount     as told, in minor units
 * @param metadata   JSON text or null, as told
 */
public record TrackedSale(String eventName, String customerId, String name, String email, String avatar,
                          String externalId, long amount, String currency, String paymentProcessor, String invoiceId,
                          String metadata) {

    static TrackedSale none(SaleRequest request) {
        return new TrackedSale(request.eventName(), null, null, null, null, null, 0, null, null, null, null);
    }

    static TrackedSale of(SaleRequest request, CustomerView customer) {
        return new TrackedSale(request.eventName(), customer.id(), customer.name(), customer.email(),
                customer.avatar(), customer.externalId(), request.amount().minor(), request.amount().currency(),
                request.paymentProcessor(), request.invoiceId(), request.metadata());
    }
}
