package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.conversions.conversion.SaleDraft;
import org.conversions.conversion.SaleKind;
import org.conversions.conversion.Sales;
import org.conversions.customer.CustomerView;
import org.conversions.money.Money;
import org.conversions.workspace.Workspaces;

/** The last step that a checkout and an invoice have in common: a known buyer paid, so there is a sale. */
@ApplicationScoped
class PaidPurchases {

    private static final String STRIPE = "stripe";

    @Inject
    Sales sales;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Workspaces workspaces;

    Outcome record(StripeEvent event, CustomerView buyer, String saleKey, String invoice, SaleKind kind, Money amount,
                   Instant paidAt) {
        if (!amount.isPositive()) {
            return Outcome.ignored(Reason.NOTHING_PAID);
        }
        if (!amount.currency().equals(workspaces.get(event.workspaceId()).currency())) {
            return Outcome.waiting(Reason.EXCHANGE_RATE_MISSING, WaitingKey.exchangeRate(amount.currency()));
        }
        Sales.Recorded recorded = sales.record(new SaleDraft(buyer, saleKey, event.connectionId(), kind,
                kind.eventName(), STRIPE, invoice, amount, paidAt, null));
        if (recorded.created() && kind == SaleKind.ONE_TIME) {
            subscriptions.churn(buyer);
        }
        return recorded.created()
                ? Outcome.processed("Sale " + recorded.sale().id() + " was recorded")
                : Outcome.processed(Reason.SALE_RECORDED_BEFORE);
    }
}
