package org.conversions.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.attribution.NamedClicks;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.lead.Leads;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.sale.AmountTooLarge;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;

/** Sales that a merchant's own server or site reports: {@code POST /api/track/sale}. */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class SaleTracking {

    @Inject
    private Clock clock;
    @Inject
    private FirstResponses responses;
    @Inject
    private NamedClicks clicks;
    @Inject
    private Customers customers;
    @Inject
    private Leads leads;
    @Inject
    private Sales sales;

    /**
     * Records a sale, and first the customer when a click brought a new one. The answer is given after the commit.
     * A sale with an invoice id is recorded once, whether it is reported again, at the same time, or by Stripe; a second
     * report gets the first answer.
     *
     * @return without a customer, and nothing is recorded, when nothing was paid or when the customer is unknown and no
     *         click is named
     * @throws RequestRefused not found when a new customer's click is unknown, of another workspace, older than the
     *         attribution window or of a link that is out of service, and when a known customer has not been the lead
     *         that is asked for; unprocessable when there is no exchange rate for the currency, or the amount cannot be
     *         counted
     */
    public TrackedSale track(SaleRequest request) {
        Optional<TrackedSale> earlier = responses.find(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        // A customer that the merchant has only named came by no link, and is as good as unknown.
        Optional<CustomerView> known =
                customers.byExternalId(request.workspaceId(), request.mode(), request.externalId())
                        .filter(customer -> !customer.clickless());
        if (!request.purchase().amount().isPositive() || known.isEmpty() && request.clickId() == null) {
            return TrackedSale.none(request);
        }
        // From here on others who report the same sale wait.
        responses.claim(request);
        Instant now = clock.instant();
        Identity.Origin origin = known.isPresent() ? ofKnown(request, known.get()) : ofNew(request);
        CustomerView customer = customers.identify(new Identity(request.workspaceId(), request.mode(),
                Identity.Names.external(request.externalId()), request.details(), origin, false, now,
                request.credence())).orElseThrow().customer();
        if (known.isEmpty()) {
            leads.signUp(customer, request.leadEventName());
        }
        customers.saleReported(customer.id(), now);
        record(request, customer, origin.click(), now);
        return responses.keep(request, TrackedSale.of(request,
                customers.byId(request.workspaceId(), customer.id().value()).orElseThrow()));
    }

    private Identity.Origin ofNew(SaleRequest request) {
        return clicks.find(request.workspaceId(), request.clickId(), List.of(),
                unverified(request) ? NamedBy.PAGE : NamedBy.DIRECT_SALE);
    }

    /**
     * Passes over a click that does not count: a merchant's server names whatever click the visitor's cookie has, which may
     * be long past, and that is no reason to lose a sale of a known customer. So is the click that a page names.
     */
    private Identity.Origin ofKnown(SaleRequest request, CustomerView customer) {
        String wanted = request.leadEventName();
        if (wanted != null
                && leads.of(customer.id()).stream().noneMatch(lead -> lead.eventName().equals(wanted))) {
            throw RequestRefused.notFound("lead_not_found",
                    "leadEventName: the customer has not been a lead named " + wanted);
        }
        return request.clickId() == null || unverified(request) ? Identity.Origin.UNKNOWN
                : clicks.ifItCounts(request.workspaceId(), request.clickId(), customers.clicksOf(customer.id()),
                        NamedBy.DIRECT_SALE).orElse(Identity.Origin.UNKNOWN);
    }

    private static boolean unverified(SaleRequest request) {
        return request.credence() == Credence.UNVERIFIED;
    }

    private void record(SaleRequest request, CustomerView customer, CustomerClick own, Instant now) {
        SaleRequest.Purchase purchase = request.purchase();
        try {
            Sales.Recorded sale = sales.record(new SaleDraft(customer, purchase.invoiceId(),
                    new SaleDraft.Report(unverified(request) ? SaleSource.PAGE : SaleSource.MERCHANT, SaleKind.ONE_TIME,
                            purchase.paymentProcessor(), purchase.amount(), purchase.amount().minor(), now),
                    new SaleDraft.Marks(null, purchase.invoiceId(), own == null ? null : own.clickId(),
                            purchase.eventName(), null, purchase.metadata())));
            if (sale.result() == Sales.Result.WITHOUT_RATE) {
                throw RequestRefused.unprocessable("exchange_rate_missing", "currency: there is no exchange rate for "
                        + purchase.amount().currency() + "; see PUT /api/exchange-rates");
            }
            if (sale.result() == Sales.Result.WITHOUT_CLICK) {
                throw RequestRefused.unprocessable("clicked_later",
                        "customerExternalId: all clicks of this customer are later than the sale");
            }
        } catch (AmountTooLarge e) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "amount: is too large to be counted in the workspace's currency");
        }
    }
}
