package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.workspace.Mode;

/**
 * A sale as other rooms see one.
 *
 * @param amount    as sold, without what was taken back later
 * @param takenBack the share of it that was refunded or lost in disputes
 * @param disputed  true while a dispute about its payment is open
 * @param standalone true for a purchase that belongs to none of the subscriptions that Stripe reports
 */
public record SaleView(String id, String workspaceId, Mode mode, String saleKey, String customerId, String linkId,
                       String clickId, SaleKind kind, String invoiceId, Money amount, Share takenBack,
                       boolean disputed, boolean standalone, Instant paidAt) {

    /** @return the same with another amount */
    SaleView worth(Money other) {
        return new SaleView(id, workspaceId, mode, saleKey, customerId, linkId, clickId, kind, invoiceId, other, takenBack,
                disputed, standalone, paidAt);
    }
}
