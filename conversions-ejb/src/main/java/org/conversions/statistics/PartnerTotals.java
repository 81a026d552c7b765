package org.conversions.statistics;

/**
 * What came of a partner, over all links. Amounts are minor units of the workspace's currency.
 *
 * @param earnings what the partner has earned, less what was taken back
 * @param owed     what was not paid of it yet; negative when more was taken back after it was paid
 */
public record PartnerTotals(LinkFigures links, long earnings, long owed) {

    public static final PartnerTotals NONE = new PartnerTotals(LinkFigures.NONE, 0, 0);
}
