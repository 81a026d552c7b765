package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.conversions.attribution.Attribution;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.money.StoredMoney;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleFacts;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.sale.product.SaleProducts;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of sale: all that is known of a purchase. What happened to its money are entries. */
@Entity
@DynamicUpdate
@Table(name = "sale")
class Sale {

    static final String STRIPE = "stripe";

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    Mode mode;
    @Column(name = "sale_key")
    String saleKey;
    @Column(name = "connection_id")
    ConnectionId connectionId;
    @Column(name = "customer_id")
    CustomerId customerId;
    @Column(name = "link_id")
    LinkId linkId;
    @Column(name = "click_id")
    ClickId clickId;
    /** The click that the purchase itself named at Stripe, or null. */
    @Column(name = "stripe_click_id")
    ClickId stripeClickId;
    /** The click that the merchant's call about it named, or null. */
    @Column(name = "merchant_click_id")
    ClickId merchantClickId;
    /** The discount code that the purchase itself named, or null. */
    @Column(name = "own_code_id")
    String ownCodeId;
    /** The discount code that it goes back to, in the place of a click; or null. */
    @Column(name = "click_code_id")
    String clickCodeId;
    @Column(name = "event_name")
    String eventName;
    SaleKind kind;
    @Column(name = "reported_by")
    SaleSource reportedBy;
    @Column(name = "payment_processor")
    String paymentProcessor;
    @Column(name = "invoice_id")
    String invoiceId;
    /** The currency of the price: the workspace's. */
    String currency;
    @Embedded
    SalePrice price;
    /** The amount that the buyer saw and paid, with tax, when that was in another currency (Adaptive Pricing); or null. */
    @Column(name = "shown_amount")
    Long shownAmount;
    @Column(name = "shown_currency")
    String shownCurrency;
    @Column(name = "paid_total")
    long paidTotal;
    /** The share of that which counts: it is without tax. Null for all of it. */
    Share untaxed;
    /** The share of what counts that was paid for shipping; null when it is not known. */
    Share shipping;
    /** The share of what was paid that Stripe kept; null when it is not known. */
    Share fee;
    /** The exact share that was refunded or lost in disputes. */
    @Column(name = "taken_back")
    Share takenBack;
    /** The share that the merchant said went back, which may be less than what went back by all that is known. */
    @Column(name = "merchant_taken_back")
    Share merchantTakenBack;
    @Column(name = "merchant_refunds")
    int merchantRefunds;
    boolean disputed;
    /** The number of products that it is of, see {@link SaleProducts}; 0 while none is named. */
    int products;
    @Column(name = "paid_at")
    Instant paidAt;
    @Column(name = "recorded_at")
    Instant recordedAt;
    String attribution;
    String metadata;
    /** True in the transaction that has made it: no other one knows of it. */
    @Transient
    boolean ours;

    SaleFacts facts() {
        return new SaleFacts(new SaleDraft.Report(reportedBy, kind, paymentProcessor, price.counted(), paidTotal, paidAt,
                new Composition(untaxed(), shipping)),
                new SaleDraft.Marks(connectionId, invoiceId, stripeClickId, eventName, shown(), metadata, ownCodeId), merchantClickId);
    }

    /** Keeps all facts but the amount, of which the price is made; see {@link #state}. */
    void keep(SaleFacts facts) {
        reportedBy = facts.report().source();
        kind = facts.report().kind();
        paymentProcessor = facts.report().paymentProcessor();
        paidTotal = facts.report().paidTotal();
        untaxed = facts.report().composition().untaxed();
        shipping = facts.report().composition().shipping();
        paidAt = facts.report().paidAt();
        connectionId = facts.marks().connectionId();
        invoiceId = facts.marks().invoiceId();
        stripeClickId = facts.marks().ownClickId();
        merchantClickId = facts.merchantClickId();
        eventName = facts.marks().eventName();
        metadata = facts.marks().metadata();
        ownCodeId = facts.marks().codeId();
        Money shown = facts.marks().shown();
        shownAmount = shown == null ? null : Long.valueOf(shown.minor());
        shownCurrency = shown == null ? null : shown.currency();
    }

    private Share untaxed() {
        return untaxed == null ? Share.ALL : untaxed;
    }

    void state(String inCurrency, SalePrice newPrice) {
        currency = inCurrency;
        price = newPrice;
    }

    /** @return the click that the purchase itself names, or null */
    ClickId ownClickId() {
        return stripeClickId != null ? stripeClickId : merchantClickId;
    }

    /** @return the click and the discount code that the purchase itself names */
    Attribution.Own own() {
        return new Attribution.Own(ownClickId(), ownCodeId);
    }

    SaleProducts.Sold sold() {
        return new SaleProducts.Sold(new SaleId(id), workspaceId, mode, price.originalAmount, paidAt);
    }

    /** @return the amount that the buyer saw, or else the one that counts, before it was converted */
    Money original() {
        return shownAmount == null ? price.counted() : shown();
    }

    private Money shown() {
        return shownAmount == null ? null : new Money(shownAmount, shownCurrency);
    }

    boolean isReportedByStripe() {
        return reportedBy.compareTo(SaleSource.MERCHANT) > 0;
    }

    /** @return what the merchant may refund: a sale that Stripe knows is refunded there */
    Refundable refundable() {
        return new Refundable(price.counted(), takenBack, isReportedByStripe() || disputed || !takenBack.equals(merchantTakenBack));
    }

    SaleView view() {
        return new SaleView(new SaleId(id), workspaceId, mode, saleKey, invoiceId, kind, new SaleView.Origin(customerId, linkId, clickId,
                ownCodeId != null ? ownCodeId : clickCodeId),
                StoredMoney.of(id, price.amount, currency), new SaleView.Returned(takenBack, disputed), isStandalone(), paidAt,
                new SaleCosts(shipping, fee == null || untaxed().equals(Share.NONE) ? null : fee.within(untaxed())));
    }

    /** The condition of {@link #isStandalone}, of a sale {@code s} in a query. */
    static final String STANDALONE = "(s.reportedBy in :byStripe and s.kind = :oneTime"
            + " or s.reportedBy in :byMerchant and s.paymentProcessor <> '" + STRIPE + "')";

    /** A page's report brings back no lost buyer, and a payment at Stripe is reported by Stripe itself. */
    private boolean isStandalone() {
        return switch (reportedBy) {
            case PAGE -> false;
            case SUBMITTED, MERCHANT -> !STRIPE.equals(paymentProcessor);
            case CHECKOUT, INVOICE -> kind == SaleKind.ONE_TIME;
        };
    }
}
