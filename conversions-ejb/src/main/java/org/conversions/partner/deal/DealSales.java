package org.conversions.partner.deal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.money.Money;
import org.conversions.platform.RequestRefused;
import org.conversions.sale.AmountTooLarge;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;

/** Records the sale by which a deal is won. When Stripe reports the same invoice, before or after, it is one sale. */
@Dependent
class DealSales {

    private static final String CLOSED_WON = "Closed Won";
    private static final String PROCESSOR = "custom";

    @Inject
    private Customers customers;
    @Inject
    private Sales sales;

    /** @param invoiceId null for none @throws RequestRefused unprocessable without an exchange rate, or for what cannot be counted */
    void close(SubmittedLead lead, CustomerView customer, Money amount, String invoiceId, Instant now) {
        customers.saleReported(customer.id(), now);
        Sales.Recorded sale;
        try {
            sale = sales.record(new SaleDraft(customer, invoiceId != null ? invoiceId : lead.id,
                    new SaleDraft.Report(SaleSource.SUBMITTED, SaleKind.ONE_TIME, PROCESSOR, amount, amount.minor(), now),
                    new SaleDraft.Marks(null, invoiceId, lead.clickId, CLOSED_WON, null, null)));
        } catch (AmountTooLarge e) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "saleAmount: is too large to be counted in the workspace's currency");
        }
        if (sale.sale() == null) {
            throw RequestRefused.unprocessable("exchange_rate_missing", "currency: there is no exchange rate for " + amount.currency()
                    + "; see PUT /api/exchange-rates");
        }
        lead.saleId = sale.sale().id();
        lead.saleAmount = amount.minor();
        lead.saleCurrency = amount.currency();
    }
}
