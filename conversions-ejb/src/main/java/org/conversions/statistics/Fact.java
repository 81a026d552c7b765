package org.conversions.statistics;

import java.time.Instant;
import java.util.Objects;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A lead, a sale or money taken back, as it changes the figures: negative where it was counted wrongly before.
 *
 * @param clickId    the click that it goes back to
 * @param customerId the buyer whose sales these are; null when it changes no number of sales
 * @param at         its own time
 */
public record Fact(WorkspaceId workspaceId, Mode mode, LinkId linkId, ClickId clickId, CustomerId customerId, Instant at,
                   long leads, long sales, long refunds, long grossAmount, long refundedAmount) {

    Sums sums() {
        return new Sums(0, leads, sales, refunds, grossAmount, refundedAmount);
    }

    /** @return whether both are about the same subject and time, so that one row can stand for both */
    boolean alike(Fact other) {
        return workspaceId.equals(other.workspaceId) && mode == other.mode && linkId.equals(other.linkId)
                && clickId.equals(other.clickId) && Objects.equals(customerId, other.customerId)
                && at.equals(other.at);
    }

    Fact plus(Fact other) {
        return new Fact(workspaceId, mode, linkId, clickId, customerId, at, leads + other.leads, sales + other.sales,
                refunds + other.refunds, grossAmount + other.grossAmount, refundedAmount + other.refundedAmount);
    }

    boolean changesNothing() {
        return sums().isZero();
    }
}
