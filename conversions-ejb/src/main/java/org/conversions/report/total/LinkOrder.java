package org.conversions.report.total;

import org.conversions.platform.Word;

/** The orders of a list of links. */
public enum LinkOrder implements Word {
    CREATED_AT("createdAt", null),
    CLICKS("clicks", "f.clicks"),
    LEADS("leads", "f.leads"),
    SALES("sales", "f.sales"),
    SALE_AMOUNT("saleAmount", "f.net");

    private final String text;
    /** SQL over the figures of a link, f; null for the order in which they were made. */
    final String expression;

    LinkOrder(String text, String expression) {
        this.text = text;
        this.expression = expression;
    }

    @Override
    public String text() {
        return text;
    }
}
