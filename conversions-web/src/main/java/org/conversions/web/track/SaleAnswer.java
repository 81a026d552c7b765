package org.conversions.web.track;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.platform.Json;
import org.conversions.tracking.SaleRequest;
import org.conversions.tracking.TrackedSale;
import org.conversions.web.openapi.Required;

/** The answer to a sale, the same however often it is reported; customer and sale are null when nothing was recorded. */
public record SaleAnswer(String eventName, Customer customer, Sale sale) {

    /** The customer; without an id for a page. */
    public record Customer(String id, String name, String email, String avatar, @Required String externalId) {
    }

    /** The sale as it was reported. */
    public record Sale(
            long amount, @Required String currency, @Required String paymentProcessor, String invoiceId,
            JsonNode metadata) {
    }

    static SaleAnswer of(TrackedSale sale) {
        return sale.customerId() == null ? new SaleAnswer(sale.eventName(), null, null)
                : new SaleAnswer(sale.eventName(),
                        new Customer(sale.customerId().value(), sale.name(), sale.email(), sale.avatar(), sale.externalId()),
                        new Sale(sale.amount(), sale.currency(), sale.paymentProcessor(), sale.invoiceId(),
                                Json.read(sale.metadata())));
    }

    /** @return for a page, which may be anybody's: what it has said itself, and nothing of what is known here */
    static SaleAnswer repeating(SaleRequest request) {
        SaleRequest.Purchase purchase = request.purchase();
        return new SaleAnswer(purchase.eventName(), new Customer(null, request.details().name(), request.details().email(),
                request.details().avatar(), request.externalId()),
                new Sale(purchase.amount().minor(), purchase.amount().currency(), purchase.paymentProcessor(),
                        purchase.invoiceId(), Json.read(purchase.metadata())));
    }
}
