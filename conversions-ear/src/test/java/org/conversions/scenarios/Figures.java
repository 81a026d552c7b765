package org.conversions.scenarios;

import com.fasterxml.jackson.databind.JsonNode;

/** The figures of a link. Amounts are minor units. @param buyers customers who bought, the API's conversions */
record Figures(long clicks, long leads, long buyers, long sales, long gross, long refunds, long refunded) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    /** @throws AssertionError when what is left is not what was sold less what was refunded */
    static Figures of(JsonNode link) {
        Figures figures = new Figures(link.path("clicks").asLong(), link.path("leads").asLong(),
                link.path("conversions").asLong(), link.path("sales").asLong(), link.path("grossSaleAmount").asLong(),
                link.path("refunds").asLong(), link.path("refundedAmount").asLong());
        if (link.path("saleAmount").asLong(-1) != figures.gross - figures.refunded) {
            throw new AssertionError("saleAmount does not agree with the rest: " + link);
        }
        return figures;
    }

    Figures clicks(long count) {
        return new Figures(count, leads, buyers, sales, gross, refunds, refunded);
    }

    Figures leads(long count) {
        return new Figures(clicks, count, buyers, sales, gross, refunds, refunded);
    }

    Figures buyers(long count) {
        return new Figures(clicks, leads, count, sales, gross, refunds, refunded);
    }

    Figures sales(long count, long amount) {
        return new Figures(clicks, leads, buyers, count, amount, refunds, refunded);
    }

    Figures refunds(long count, long amount) {
        return new Figures(clicks, leads, buyers, sales, gross, count, amount);
    }
}
