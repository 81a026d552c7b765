package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.conversions.exchange.Converted;
import org.conversions.exchange.RateAge;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of sale: what is known of a purchase by now. What happened to its money are entries. */
@Entity
@DynamicUpdate
@Table(name = "sale")
class Sale {

    private static final String STRIPE = "stripe";
    /** Stands for the source of a rate that is not there yet. */
    static final String RATE_MISSING = "missing";

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String mode;
    @Column(name = "sale_key")
    String saleKey;
    @Column(name = "connection_id")
    String connectionId;
    @Column(name = "customer_id")
    String customerId;
    @Column(name = "link_id")
    String linkId;
    @Column(name = "click_id")
    String clickId;
    /** The click that the purchase itself named at Stripe, or null. */
    @Column(name = "stripe_click_id")
    String stripeClickId;
    /** The click that the merchant's call about it named, or null. */
    @Column(name = "merchant_click_id")
    String merchantClickId;
    @Column(name = "event_name")
    String eventName;
    String kind;
    @Column(name = "reported_by")
    String reportedBy;
    @Column(name = "payment_processor")
    String paymentProcessor;
    @Column(name = "invoice_id")
    String invoiceId;
    /** In the workspace's currency, at the rate below. */
    long amount;
    String currency;
    /** What the money is converted from: in the currency of the account, or as the merchant told it. */
    @Column(name = "original_amount")
    long originalAmount;
    @Column(name = "original_currency")
    String originalCurrency;
    /** What the buyer saw and paid, with tax, when that was in another currency (Adaptive Pricing); or null. */
    @Column(name = "shown_amount")
    Long shownAmount;
    @Column(name = "shown_currency")
    String shownCurrency;
    @Column(name = "exchange_rate", precision = 38, scale = 18)
    BigDecimal exchangeRate;
    @Column(name = "rate_as_of")
    LocalDate rateAsOf;
    @Column(name = "rate_source")
    String rateSource;
    /** The day of the sale while its rate is older than one should be; else null. */
    @Column(name = "stale_rate_day")
    LocalDate staleRateDay;
    @Column(name = "paid_total")
    long paidTotal;
    /** The exact share that was refunded or lost in disputes, as {@link Share#toString} writes it. */
    @Column(name = "taken_back")
    String takenBack;
    /** The share that the merchant said went back, which may be less than what went back by all that is known. */
    @Column(name = "merchant_taken_back")
    String merchantTakenBack;
    @Column(name = "merchant_refunds")
    int merchantRefunds;
    boolean disputed;
    @Column(name = "paid_at")
    Instant paidAt;
    @Column(name = "recorded_at")
    Instant recordedAt;
    String attribution;
    String metadata;

    /** @return the click that the purchase itself names, or null */
    String ownClickId() {
        return stripeClickId != null ? stripeClickId : merchantClickId;
    }

    /** @return what counts of the purchase, before it was converted */
    Money counted() {
        return new Money(originalAmount, originalCurrency);
    }

    /** @return what the buyer saw, or else what counts, before it was converted */
    Money original() {
        return shownAmount == null ? counted() : new Money(shownAmount, shownCurrency);
    }

    /** States the money. @param counted what counts of the purchase, which was paid at {@code paidAt} */
    void state(Money counted, Converted converted) {
        amount = converted.amount().minor();
        currency = converted.amount().currency();
        originalAmount = counted.minor();
        originalCurrency = counted.currency();
        exchangeRate = converted.rate().rate();
        rateAsOf = converted.rate().asOf();
        rateSource = converted.rate().source();
        LocalDate day = LocalDate.ofInstant(paidAt, ZoneOffset.UTC);
        staleRateDay = RateAge.of(rateAsOf, day).stale() ? day : null;
    }

    /** There is no rate for this currency yet. */
    void stateNothing(String otherCurrency) {
        amount = 0;
        currency = otherCurrency;
        exchangeRate = null;
        rateAsOf = null;
        rateSource = RATE_MISSING;
        staleRateDay = null;
    }

    /** States the money as it was stated in another currency before. */
    void state(PastPrice price) {
        amount = price.amount;
        currency = price.currency;
        exchangeRate = price.exchangeRate;
        rateAsOf = price.rateAsOf;
        rateSource = price.rateSource;
        staleRateDay = price.staleRateDay;
    }

    SaleView view() {
        return new SaleView(id, workspaceId, Mode.of(mode), saleKey, customerId, linkId, clickId, SaleKind.of(kind),
                invoiceId, new Money(amount, currency), Share.parse(takenBack), disputed, isStandalone(), paidAt);
    }

    /** What {@link #isStandalone} says, of a sale {@code s} in a query. */
    static final String STANDALONE = "(s.reportedBy in ('checkout', 'invoice') and s.kind = 'one-time'"
            + " or s.reportedBy = 'merchant' and s.paymentProcessor <> 'stripe')";

    /** A page's word brings back no lost buyer, and what the merchant says of a payment at Stripe, Stripe says itself. */
    private boolean isStandalone() {
        return switch (SaleSource.of(reportedBy)) {
            case PAGE -> false;
            case MERCHANT -> !STRIPE.equals(paymentProcessor);
            case CHECKOUT, INVOICE -> SaleKind.ONE_TIME.text().equals(kind);
        };
    }
}
