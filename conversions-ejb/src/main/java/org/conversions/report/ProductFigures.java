package org.conversions.report;

import java.util.List;

/**
 * The SQL for the parts of sales that their products have. A sale without products is as a whole of none; of the others each
 * product has a piece of the whole, and of an amount what lies between the two ends of its piece, both rounded: the pieces of
 * all products always come to the amount, in whichever currency it is stated. Of what went back a product has what it has of all
 * that went back so far, less what it had before, so that it never differs from its part of the sale when all has gone back.
 * The aliases are those of {@link Facts}, and {@code p} is the product of the sale. Pure.
 */
final class ProductFigures {

    /** Stands for no product; in the database it is empty, or there is no row. */
    static final String NOT_NAMED = "(not named)";
    static final String JOIN = " left join sale_product p on p.sale_id = e.id";
    static final String COLUMN = "coalesce(p.product_id, '')";

    private static final String BACK_SO_FAR = "(select -sum(b.amount) from sale_entry b where b.workspace_id = :workspace"
            + " and b.sale_id = t.sale_id and b.kind not in ('sale', 'correction') and b.id <= t.id)";
    private static final String SOLD = "case when p.sale_id is null then e.amount else " + part("e.amount") + " end";
    private static final String BACK = "case when p.sale_id is null or p.part_to - p.part_from = p.part_of then -t.amount else "
            + part(BACK_SO_FAR) + " - (" + part("(" + BACK_SO_FAR + " + t.amount)") + ") end";

    private ProductFigures() {
    }

    /** @param counted 1 where the sale counts, or its refunds, and 0 where it does for another one of its products */
    static List<String> of(Facts facts, String counted) {
        return facts == Facts.SALES ? List.of("0", "0", counted, "0", SOLD, "0", "0")
                : List.of("0", "0", "0", "t.refunds * " + counted, "0", BACK, "0");
    }

    /**
     * @param conditions of the products that are asked for, about {@code q}
     * @return the condition for the first product of a sale that is asked for
     */
    static String first(List<String> conditions) {
        return "not exists (select 1 from sale_product q where q.workspace_id = :workspace and q.sale_id = p.sale_id"
                + " and q.part_from < p.part_from and " + String.join(" and ", conditions) + ")";
    }

    private static String part(String amount) {
        String exact = "cast(" + amount + " as decimal(38, 0))";
        return "round(" + exact + " * p.part_to / p.part_of) - round(" + exact + " * p.part_from / p.part_of)";
    }
}
