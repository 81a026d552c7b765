package org.conversions.statistics;

import java.util.List;
import org.conversions.platform.RequestRefused;

/** The two kinds that figures of sales are split by; told by what Stripe says of the payment, as the kind of the sale. */
public enum SaleType {
    /** Begins something: a purchase of its own, or the first payment of a subscription. */
    NEW(List.of("one-time", "first")),
    /** Goes on with a subscription, or adds to one. */
    RECURRING(List.of("recurring", "expansion"));

    private final List<String> kinds;

    SaleType(List<String> kinds) {
        this.kinds = kinds;
    }

    /** @throws RequestRefused unprocessable for another name */
    public static SaleType of(String text) {
        return switch (text) {
            case "new" -> NEW;
            case "recurring" -> RECURRING;
            default -> throw RequestRefused.unprocessable("saleType: must be one of new, recurring");
        };
    }

    /** As they are stored. */
    List<String> kinds() {
        return kinds;
    }
}
