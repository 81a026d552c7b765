package org.conversions.web.api.customer;

import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.statistics.CustomerFigures;

/** A customer as the API shows it. {@code saleAmount} is what is left after refunds, in minor units. */
public record CustomerAnswer(String id, String externalId, String name, String email, String avatar,
                             String stripeCustomerId, String country, long sales, long saleAmount,
                             long grossSaleAmount, long refunds, long refundedAmount, Instant createdAt,
                             Instant firstSaleAt, Instant subscriptionCanceledAt, String mode) {

    public static CustomerAnswer of(CustomerView customer, CustomerFigures figures) {
        return new CustomerAnswer(customer.id(), customer.externalId(), customer.name(), customer.email(),
                customer.avatar(), customer.stripeCustomerId(), customer.country(), figures.sales(),
                figures.netAmount(), figures.grossAmount(), figures.refunds(), figures.refundedAmount(),
                customer.createdAt(), figures.firstSaleAt(), customer.subscriptionCanceledAt(),
                customer.mode().text());
    }
}
