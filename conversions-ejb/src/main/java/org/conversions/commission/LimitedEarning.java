package org.conversions.commission;

import java.time.Instant;
import org.conversions.commission.SpentRewards.Kind;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardFacts;
import org.conversions.reward.SpendLimit;
import org.conversions.sale.SaleView;

/**
 * A sale that earns under a spend limit, or would if there were any room. Pure.
 *
 * @param saleKey  the business key of the sale: at the same moment it says whose turn is first
 * @param wanted   what would be earned without the limit, in minor units
 * @param granted  what is earned
 * @param inputs   what conditions and limits looked at
 */
record LimitedEarning(WorkspaceId workspaceId, Kind kind, SaleId saleId, String saleKey, Instant paidAt, SpendLimit limit, long wanted,
                      long granted, RewardFacts inputs) {

    static Turn turn(SaleView sale) {
        return new Turn(sale.paidAt(), sale.id().value(), sale.saleKey());
    }

    Turn turn() {
        return new Turn(paidAt, saleId.value(), saleKey);
    }

    Judged within(long room) {
        return new Judged(wanted, inputs).within(room);
    }
}
