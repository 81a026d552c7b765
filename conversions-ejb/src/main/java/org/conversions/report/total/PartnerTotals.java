package org.conversions.report.total;

import java.util.List;

/**
 * The totals of a partner, over all links.
 *
 * @param links  in minor units of the workspace's currency
 * @param earned by currency: commissions stay in the one they were earned in
 */
public record PartnerTotals(LinkFigures links, List<Earned> earned) {

    public static final PartnerTotals NONE = new PartnerTotals(LinkFigures.NONE, List.of());

    /**
     * The earnings of a partner in one currency, in minor units.
     *
     * @param currency in lower case
     * @param earnings less what was taken back
     * @param owed     the part that was not paid yet; negative when more was taken back after it was paid
     */
    public record Earned(String currency, long earnings, long owed) {
    }

    /** @return the earnings in that currency */
    public Earned earnedIn(String currency) {
        return earned.stream().filter(part -> part.currency().equals(currency)).findFirst()
                .orElse(new Earned(currency, 0, 0));
    }
}
