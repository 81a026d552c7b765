package org.conversions.report.total;

import org.conversions.platform.Word;

/** The orders of a list of partners. A rate without a whole, such as one of no clicks, is zero. */
public enum PartnerOrder implements Word {
    CREATED_AT("createdAt", null),
    CLICKS("totalClicks", "f.clicks"),
    LEADS("totalLeads", "f.leads"),
    CONVERSIONS("totalConversions", "f.conversions"),
    SALE_AMOUNT("totalSaleAmount", "f.net"),
    COMMISSIONS("totalCommissions", "k.earned"),
    NET_REVENUE("netRevenue", "coalesce(f.net, 0) - coalesce(k.earned, 0)"),
    EARNINGS_PER_CLICK("earningsPerClick", PartnerOrder.rate("k.earned", "f.clicks")),
    AVERAGE_LIFETIME_VALUE("averageLifetimeValue", PartnerOrder.rate("f.net", "f.conversions")),
    CLICK_TO_LEAD_RATE("clickToLeadRate", PartnerOrder.rate("f.leads", "f.clicks")),
    CLICK_TO_CONVERSION_RATE("clickToConversionRate", PartnerOrder.rate("f.conversions", "f.clicks")),
    LEAD_TO_CONVERSION_RATE("leadToConversionRate", PartnerOrder.rate("f.conversions", "f.leads")),
    RETURN_ON_AD_SPEND("returnOnAdSpend", PartnerOrder.rate("f.net", "k.earned"));

    private final String text;
    /** SQL over the figures of a partner's links, f, and of the commissions, k; null for the order of enrollment. */
    final String expression;

    PartnerOrder(String text, String expression) {
        this.text = text;
        this.expression = expression;
    }

    @Override
    public String text() {
        return text;
    }

    boolean needs(char table) {
        return expression != null && expression.contains(table + ".");
    }

    private static String rate(String part, String whole) {
        return "1.0 * coalesce(" + part + ", 0) / nullif(" + whole + ", 0)";
    }
}
