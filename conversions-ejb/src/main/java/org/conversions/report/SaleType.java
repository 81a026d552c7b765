package org.conversions.report;

import java.util.List;
import org.conversions.platform.RequestRefused;

/** The two kinds that figures of sales are split by, as the kind of each sale says. */
public enum SaleType {
    /** The beginning of something: a purchase of its own, the first payment of a subscription, a customer's first reported sale. */
    NEW(List.of("one-time", "first")),
    /** A payment that goes on with a subscription or adds to one, or a reported sale to a customer who bought before. */
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
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "saleType: must be one of new, recurring");
        };
    }

    /** @return the kinds of sales, as they are stored */
    List<String> kinds() {
        return kinds;
    }
}
