package org.conversions.customer;

import java.util.Optional;
import java.util.stream.Stream;

/** What a list of customers may be sorted by. */
public enum CustomerOrder {
    CREATED_AT("createdAt", "c.id"),
    SALE_AMOUNT("saleAmount", "coalesce(s.gross_amount - s.refunded_amount, 0)"),
    FIRST_SALE_AT("firstSaleAt", "s.first_sale_at"),
    SUBSCRIPTION_CANCELED_AT("subscriptionCanceledAt", "c.subscription_canceled_at");

    private final String text;
    final String expression;

    CustomerOrder(String text, String expression) {
        this.text = text;
        this.expression = expression;
    }

    public static Optional<CustomerOrder> of(String text) {
        return Stream.of(values()).filter(order -> order.text.equals(text)).findFirst();
    }
}
