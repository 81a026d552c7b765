package org.conversions.report.customer;

import org.conversions.platform.Word;

/** The orders of a list of customers. A customer without the date or the amount comes as if it was long ago, or nothing. */
public enum CustomerOrder implements Word {
    CREATED_AT("createdAt", "c.id"),
    SALE_AMOUNT("saleAmount", "coalesce(s.gross_amount - s.refunded_amount, 0)"),
    FIRST_SALE_AT("firstSaleAt", "coalesce(s.first_sale_at, " + CustomerOrder.LONG_AGO + ")"),
    SUBSCRIPTION_CANCELED_AT("subscriptionCanceledAt",
            "coalesce(c.subscription_canceled_at, " + CustomerOrder.LONG_AGO + ")");

    private static final String LONG_AGO = "cast('1000-01-01 00:00:00' as datetime)";

    private final String text;
    /** SQL over the customer, c, and its figures, s; never null, so that a cursor can stand at any row. */
    final String expression;

    CustomerOrder(String text, String expression) {
        this.text = text;
        this.expression = expression;
    }

    @Override
    public String text() {
        return text;
    }
}
