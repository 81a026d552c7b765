package org.conversions.sale;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.draft.SaleKind;
import org.conversions.workspace.Mode;

/**
 * A sale as other rooms see one.
 *
 * @param amount     as sold, without what was taken back later
 * @param standalone true for a purchase that belongs to none of the subscriptions that Stripe reports
 */
public record SaleView(SaleId id, WorkspaceId workspaceId, Mode mode, String saleKey, String invoiceId, SaleKind kind,
                       Origin origin, Money amount, Returned returned, boolean standalone, Instant paidAt, SaleCosts costs) {

    /** A sale of whose costs nothing is known. */
    public SaleView(SaleId id, WorkspaceId workspaceId, Mode mode, String saleKey, String invoiceId, SaleKind kind, Origin origin,
                    Money amount, Returned returned, boolean standalone, Instant paidAt) {
        this(id, workspaceId, mode, saleKey, invoiceId, kind, origin, amount, returned, standalone, paidAt, SaleCosts.UNKNOWN);
    }

    /**
     * The buyer, and the click that brought the sale.
     *
     * @param codeId the discount code that the purchase was made with, or that it goes back to in the place of a click; or null
     */
    public record Origin(CustomerId customerId, LinkId linkId, ClickId clickId, String codeId) {
    }

    /**
     * The part of a sale that went back.
     *
     * @param share    refunded or lost in disputes
     * @param disputed true while a dispute about its payment is open
     */
    public record Returned(Share share, boolean disputed) {
    }

    public CustomerId customerId() {
        return origin.customerId();
    }

    public LinkId linkId() {
        return origin.linkId();
    }

    public ClickId clickId() {
        return origin.clickId();
    }

    /** @see Origin */
    public String codeId() {
        return origin.codeId();
    }

    public Share takenBack() {
        return returned.share();
    }

    public boolean disputed() {
        return returned.disputed();
    }

    /** @return the same with another discount code */
    SaleView boughtWith(String codeId) {
        return new SaleView(id, workspaceId, mode, saleKey, invoiceId, kind, new Origin(customerId(), linkId(), clickId(), codeId), amount,
                returned, standalone, paidAt, costs);
    }

    /** @return the same with another amount */
    public SaleView worth(Money other) {
        return new SaleView(id, workspaceId, mode, saleKey, invoiceId, kind, origin, other, returned, standalone, paidAt, costs);
    }
}
