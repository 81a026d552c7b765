package org.conversions.partner;

import org.conversions.money.Share;

/**
 * The terms of a reward as they stood for a while. Exactly one of the two amounts is set.
 *
 * @param id          names these terms for good
 * @param basisPoints percentage of the sale in hundredths of a percent, or null
 * @param flatAmount  minor units of the workspace's currency, or null
 */
public record RewardTerms(String id, Integer basisPoints, Long flatAmount) {

    /** @param saleAmount minor units. @return what the partner earns, rounded half up */
    public long earnings(long saleAmount) {
        return basisPoints != null ? Share.ofBasisPoints(basisPoints).of(saleAmount) : flatAmount;
    }
}
