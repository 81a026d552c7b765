package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.conversions.commission.SaleCommissions;
import org.conversions.money.Money;
import org.conversions.reward.NoCredit;
import org.conversions.sale.AmountTooLarge;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.Composition;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.SoldLines;
import org.conversions.stripe.promotion.PurchaseCodes;

/** The last step that a checkout and an invoice have in common: a known customer paid, so there is a sale. */
@ApplicationScoped
class Purchases {

    private static final String STRIPE = "stripe";

    @Inject
    Sales sales;
    @Inject
    SaleCommissions commissions;

    /** Says that a sale may be recorded soon. */
    void announce(StripeEvent event, String saleKey) {
        sales.announce(event.workspaceId(), event.mode(), saleKey, SoldLines.of(event.object()));
    }

    /**
     * Records the sale.
     *
     * @param shown     what the customer saw and paid in another currency, or null
     * @param paidTotal what was paid in all, with tax, in minor units
     * @param composition the parts of that
     * @param code      the discount code that it was made with
     */
    Outcome record(StripeEvent event, CustomerResolver.Found buyer, String saleKey, String invoice, SaleKind kind,
                   SaleSource source, Money amount, Money shown, long paidTotal, Composition composition, Instant paidAt,
                   PurchaseCodes.Found code) {
        if (!amount.isPositive()) {
            return Outcome.ignored(Reason.NOTHING_PAID);
        }
        Sales.Recorded sale;
        try {
            sale = sales.record(new SaleDraft(buyer.customer(), saleKey,
                    new SaleDraft.Report(source, kind, STRIPE, amount, paidTotal, paidAt, composition),
                    new SaleDraft.Marks(event.connectionId(), invoice, buyer.ownClickId(), null, shown, null, code.codeId()),
                    SoldLines.of(event.object())));
        } catch (AmountTooLarge e) {
            return Outcome.ignored(Reason.MALFORMED_OBJECT, e.getMessage());
        }
        return code.listening(switch (sale.result()) {
            case CREATED -> Outcome.processed("Sale " + sale.sale().id() + " was recorded" + code.said(sale.sale().linkId())
                    + uncredited(sale.sale()));
            case CORRECTED -> Outcome.processed(Reason.SALE_CORRECTED, code.said(sale.sale().linkId()));
            case KNOWN -> Outcome.processed(Reason.SALE_RECORDED_BEFORE, code.said(sale.sale().linkId()));
            case WITHOUT_RATE -> Outcome.waiting(Reason.EXCHANGE_RATE_MISSING, amount.currency(), WaitingKey.EXCHANGE_RATE);
            case WITHOUT_CLICK -> Outcome.ignored(Reason.CLICKED_LATER).listeningTo(WaitingKey.clicks(buyer.customer().id()));
        });
    }

    /** Explains a sale without a commission: the second question a merchant has, after a payment without a sale. */
    private String uncredited(SaleView sale) {
        return commissions.decided(sale) instanceof NoCredit why ? ". It earns no commission: " + why.explanation() : "";
    }
}
