package org.conversions.report;

import java.util.List;

/**
 * The sources of figures: cells in which they were added up, or the clicks, leads, sales and entries of sales themselves, and the
 * earnings of partners.
 * In SQL the alias {@code c} is always the click, {@code e} the lead or sale, and {@code l} the link.
 */
enum Facts {
    /** The sums of a workspace, or of a value of a trait, in stretches of time. */
    CELLS("statistics_cell h", "''", "h.cell_at", cells()),
    LINK_CELLS("statistics_link_cell h", "h.link_id", "h.cell_at", cells()),
    /** What is not in the cells yet of leads and sales, and of what was taken back. */
    DELTAS("statistics_delta e", "e.link_id", "e.occurred_at", "0", "e.leads", "e.sales", "e.refunds", "e.gross_amount",
            "e.refunded_amount", "0"),
    /** Clicks that are not in the cells yet, by their ids. */
    PENDING_CLICKS("click c", "c.link_id", "c.clicked_at", "1", "0", "0", "0", "0", "0", "0"),
    /** The clicks that are in the cells, of the links that are wanted. */
    LINK_CLICKS("link_click i join click c on c.id = i.id", "c.link_id", "c.clicked_at", "1", "0", "0", "0", "0", "0", "0"),
    CLICKS("click c", "c.link_id", "c.clicked_at", "1", "0", "0", "0", "0", "0", "0"),
    LEADS("conversion_lead e", "e.link_id", "e.occurred_at", "0", "e.quantity", "0", "0", "0", "0", "0"),
    SALES("sale e", "e.link_id", "e.paid_at", "0", "0", "1", "0", "e.amount", "0", "0"),
    /** Money taken back, at its own time. A correction of a sale counts at the sale's time, in its amount. */
    ENTRIES("sale_entry t join sale e on e.id = t.sale_id", "e.link_id", "t.occurred_at", "0", "0", "0", "t.refunds", "0",
            "-t.amount", "0"),
    EARNING_CELLS("statistics_earning_cell y", "nullif(y.link_id, '')", "y.cell_at", "0", "0", "0", "0", "0", "0", "y.earnings"),
    EARNING_DELTAS("statistics_earning_delta y", "nullif(y.link_id, '')", "y.occurred_at", "0", "0", "0", "0", "0", "0",
            "y.earnings"),
    EARNINGS("commission_entry y join commission k on k.id = y.commission_id", "k.link_id", "y.occurred_at", "0", "0", "0", "0",
            "0", "0", "y.earnings");

    /** The names of the figures of each, in the order of {@link Figures}. */
    static final List<String> FIGURES = List.of("clicks", "leads", "sales", "refunds", "gross", "refunded", "earnings");

    private final String from;
    private final String link;
    private final String time;
    private final List<String> figures;

    Facts(String from, String link, String time, String... figures) {
        this.from = from;
        this.link = link;
        this.time = time;
        this.figures = List.of(figures);
    }

    String from() {
        return from;
    }

    String link() {
        return link;
    }

    String time() {
        return time;
    }

    /** @return the figures that one row of these counts for, in the order of {@link #FIGURES} */
    List<String> figures() {
        return figures;
    }

    /** @return whether they are of leads and sales, which go back to a click */
    boolean ofBuyer() {
        return this == LEADS || this == SALES || this == ENTRIES || this == DELTAS;
    }

    boolean ofClicks() {
        return this == CLICKS || this == PENDING_CLICKS || this == LINK_CLICKS;
    }

    /** @return the id of a click, as it is found by */
    String clickId() {
        return this == LINK_CLICKS ? "i.id" : "c.id";
    }

    boolean ofEarnings() {
        return this == EARNINGS || this == EARNING_CELLS || this == EARNING_DELTAS;
    }

    boolean ofSale() {
        return this == SALES || this == ENTRIES;
    }

    /** @return the condition of a workspace and mode, {@code :workspace} and {@code :mode}; the one place that leaves out uncounted visits */
    String scope(boolean uncounted) {
        return switch (this) {
            case CELLS -> "h.workspace_id = :workspace and h.trait = :cellTrait and h.mode in ('live', :mode)";
            case LINK_CELLS -> "h.workspace_id = :workspace and h.mode in ('live', :mode)";
            case DELTAS -> "e.workspace_id = :workspace and e.mode = :mode";
            case PENDING_CLICKS -> "c.workspace_id = :workspace and c.uncounted is null";
            case LINK_CLICKS -> "c.workspace_id = :workspace and i.uncounted = false and i.link_id in (:"
                    + Trait.LINK.wanted() + ")";
            case CLICKS -> "c.workspace_id = :workspace and c.uncounted is " + (uncounted ? "not null" : "null");
            case LEADS, SALES -> "e.workspace_id = :workspace and e.mode = :mode";
            case ENTRIES -> "t.workspace_id = :workspace and e.mode = :mode and t.kind not in ('sale', 'correction')";
            case EARNING_CELLS, EARNING_DELTAS -> "y.workspace_id = :workspace and y.mode = :mode"
                    + " and y.currency = (select w.currency from workspace w where w.id = :workspace)";
            // What was earned in another currency, before the workspace chose this one, is none of these figures.
            case EARNINGS -> "k.workspace_id = :workspace and k.mode = :mode"
                    + " and k.currency = (select w.currency from workspace w where w.id = :workspace)";
        };
    }

    /** @param values the parameter that has the values that are let through @return the condition for them */
    String chosen(Trait trait, String values) {
        return switch (trait) {
            case TAG -> "exists (select 1 from link_tag w where w.link_id = " + link + " and w.tag_id in (" + values + "))";
            case GROUP -> "exists (select 1 from enrollment w where w.partner_id = " + column(Trait.PARTNER)
                    + " and w.workspace_id = :workspace and w.group_id in (" + values + "))";
            case PARTNER_TAG -> "exists (select 1 from tagged_partner w where w.partner_id = " + column(Trait.PARTNER)
                    + " and w.workspace_id = :workspace and w.tag_id in (" + values + "))";
            // The buyer's few clicks are found first, and not a buyer for each click.
            case CUSTOMER -> ofClicks()
                    ? "c.id in (select w.click_id from customer_click w where w.customer_id in (" + values + "))"
                    : "e.customer_id in (" + values + ")";
            case REGION -> "(c.region in (" + values + ") or substring(c.region, 4) in (" + values + "))";
            default -> column(trait) + " in (" + values + ")";
        };
    }

    /** @return where a property of these facts stands; null for one that is in no column */
    String column(Trait trait) {
        if (trait == Trait.PARTNER && ofEarnings()) {
            return this == EARNINGS ? "k.partner_id" : "y.partner_id";
        }
        return trait == Trait.LINK ? link : trait.column();
    }

    private static String[] cells() {
        return new String[] {"case when h.mode = 'live' then h.clicks else 0 end", ofMode("leads"), ofMode("sales"),
            ofMode("refunds"), ofMode("gross_amount"), ofMode("refunded_amount"), "0"};
    }

    private static String ofMode(String column) {
        return "case when h.mode = :mode then h." + column + " else 0 end";
    }
}
