package org.conversions.report;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.conversions.platform.RequestRefused;

/** The facts that a list of figures is about: rows without any are left out, those with the most come first. */
public enum Counted {
    CLICKS("r.clicks <> 0", "r.clicks desc", row -> row.clicks() != 0, most(Figures::clicks)),
    LEADS("r.leads <> 0", "r.leads desc", row -> row.leads() != 0, most(Figures::leads)),
    SALES("(r.sales <> 0 or r.refunds <> 0 or r.gross <> 0 or r.refunded <> 0)",
            "r.gross - r.refunded desc, r.sales desc", Counted::sold,
            most(Figures::netAmount).thenComparing(most(Figures::sales))),
    COMPOSITE("1 = 1", "r.gross - r.refunded desc, r.sales desc, r.leads desc, r.clicks desc", row -> true,
            most(Figures::netAmount).thenComparing(most(Figures::sales)).thenComparing(most(Figures::leads))
                    .thenComparing(most(Figures::clicks))),
    SALES_WITHOUT_MONEY("(r.sales <> 0 or r.refunds <> 0)", "r.sales desc, r.refunds desc",
            row -> row.sales() != 0 || row.refunds() != 0, most(Figures::sales).thenComparing(most(Figures::refunds))),
    COMPOSITE_WITHOUT_MONEY("1 = 1", "r.sales desc, r.leads desc, r.clicks desc", row -> true,
            most(Figures::sales).thenComparing(most(Figures::leads)).thenComparing(most(Figures::clicks)));

    /** The condition and the order in SQL, over rows {@code r}. */
    private final String condition;
    private final String order;
    private final Predicate<Figures> any;
    private final Comparator<Figures> best;

    Counted(String condition, String order, Predicate<Figures> any, Comparator<Figures> best) {
        this.condition = condition;
        this.order = order;
        this.any = any;
        this.best = best;
    }

    /** @throws RequestRefused unprocessable for another name */
    public static Counted of(String event) {
        return switch (event) {
            case "clicks" -> CLICKS;
            case "leads" -> LEADS;
            case "sales" -> SALES;
            case "composite" -> COMPOSITE;
            default -> throw RequestRefused.unprocessable("field_value_unknown",
                    "event: must be one of clicks, leads, sales, composite");
        };
    }

    /** @return the same for who may not see amounts: no order and no row says anything of them */
    public Counted withoutMoney() {
        return switch (this) {
            case SALES -> SALES_WITHOUT_MONEY;
            case COMPOSITE -> COMPOSITE_WITHOUT_MONEY;
            default -> this;
        };
    }

    String condition() {
        return condition;
    }

    String order() {
        return order;
    }

    boolean any(Figures figures) {
        return any.test(figures);
    }

    Comparator<Figures> best() {
        return best;
    }

    private static boolean sold(Figures row) {
        return row.sales() != 0 || row.refunds() != 0 || row.grossAmount() != 0 || row.refundedAmount() != 0;
    }

    private static Comparator<Figures> most(ToLongFunction<Figures> figure) {
        return Comparator.comparingLong(figure).reversed();
    }
}
