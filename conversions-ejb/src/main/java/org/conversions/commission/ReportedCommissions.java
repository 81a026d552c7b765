package org.conversions.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.conversions.audit.AuditTrail;
import org.conversions.customer.Credence;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerDetails;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.Identified;
import org.conversions.customer.Identity;
import org.conversions.customer.NamedBy;
import org.conversions.lead.LeadDraft;
import org.conversions.lead.Leads;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.money.Money;
import org.conversions.partner.Partners;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.AmountTooLarge;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.sale.product.SaleLine;
import org.conversions.workspace.Mode;

/**
 * Records leads and sales that the merchant says a partner brought, although no click shows it: the partner then earns by them as by
 * any other, by the terms of their own time. The buyer gets a click on the partner's link that no figure counts.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ReportedCommissions {

    @Inject
    private Clock clock;
    @Inject
    private CommissionLedger ledger;
    @Inject
    private Customers customers;
    @Inject
    private Leads leads;
    @Inject
    private Links links;
    @Inject
    private Partners partners;
    @Inject
    private Sales sales;
    @Inject
    private AuditTrail trail;

    /**
     * Whom the merchant says a partner brought, and when.
     *
     * @param customerId a buyer that is known; null for one that is named by externalId
     * @param externalId the merchant's own id of the buyer
     * @param linkId     one of the partner's; null for the partner's first
     * @param at         when it happened; null for now
     */
    public record Brought(String partnerId, String customerId, String externalId, CustomerDetails details, String linkId, Instant at) {
    }

    /** A purchase. @param saleKey of the invoice; null for none @param productId null for none */
    public record Purchase(Money amount, String eventName, String paymentProcessor, String saleKey, String productId, String metadata) {
    }

    /**
     * @param metadata JSON text, or null
     * @return whether the partner earned by it
     * @throws RequestRefused not found for a partner, a buyer or a link that are none; unprocessable for a time to come, and for
     *         a partner without a link; conflict for a buyer who has been a lead of that name
     */
    public boolean lead(WorkspaceId workspaceId, Mode mode, Brought brought, String eventName, String metadata) {
        CustomerClick click = click(workspaceId, brought);
        CustomerView customer = customer(workspaceId, mode, brought, click).customer();
        if (leads.record(new LeadDraft(customer, click, eventName, 1, at(brought), metadata)).isEmpty()) {
            throw RequestRefused.conflict("lead_exists", "lead: the customer has been a lead named " + eventName + " before");
        }
        record(workspaceId, brought, Map.of("customer", customer.id().value(), "type", Commission.LEAD));
        return earned(workspaceId, brought, customer.id().value());
    }

    /**
     * Does the same with a sale. One that is known by its invoice goes back to the partner from then on.
     *
     * @throws RequestRefused as the other; unprocessable when there is no exchange rate for the currency, or the amount cannot be
     *         counted
     */
    public boolean sale(WorkspaceId workspaceId, Mode mode, Brought brought, Purchase purchase) {
        CustomerClick click = click(workspaceId, brought);
        Identified identified = customer(workspaceId, mode, brought, click);
        CustomerView customer = identified.customer();
        if (identified.created()) {
            leads.signUp(customer);
        }
        customers.saleReported(customer.id(), clock.instant());
        Sales.Recorded sale = recorded(new SaleDraft(customer, purchase.saleKey(), new SaleDraft.Report(SaleSource.MERCHANT,
                SaleKind.ONE_TIME, purchase.paymentProcessor(), purchase.amount(), purchase.amount().minor(), at(brought)),
                new SaleDraft.Marks(null, purchase.saleKey(), click.clickId(), purchase.eventName(), null, purchase.metadata()),
                purchase.productId() == null ? List.of()
                        : List.of(new SaleLine(purchase.productId(), null, purchase.amount().minor()))));
        if (sale.result() == Sales.Result.WITHOUT_RATE) {
            throw RequestRefused.unprocessable("exchange_rate_missing", "sale.currency: there is no exchange rate for "
                    + purchase.amount().currency() + "; see PUT /api/exchange-rates");
        }
        if (sale.sale() == null) {
            throw RequestRefused.unprocessable("clicked_later", "date: the sale is older than the click that it goes back to");
        }
        record(workspaceId, brought, Map.of("sale", sale.sale().id().value(), "type", Commission.SALE));
        return earned(workspaceId, brought, sale.sale().id().value());
    }

    private Sales.Recorded recorded(SaleDraft draft) {
        try {
            return sales.record(draft);
        } catch (AmountTooLarge e) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "sale.amount: is too large to be counted in the workspace's currency");
        }
    }

    private Instant at(Brought brought) {
        Instant now = clock.instant();
        if (brought.at() != null && brought.at().isAfter(now)) {
            throw RequestRefused.unprocessable("field_out_of_range", "date: must not be later than now");
        }
        return brought.at() == null ? now : brought.at();
    }

    /** @return a click of the moment before it happened, which is kept with the buyer only */
    private CustomerClick click(WorkspaceId workspaceId, Brought brought) {
        Instant clickedAt = at(brought).minusSeconds(1);
        return new CustomerClick(ClickId.next(clickedAt), link(workspaceId, brought), clickedAt, clickedAt, NamedBy.API);
    }

    private LinkId link(WorkspaceId workspaceId, Brought brought) {
        PartnerId partnerId = partners.byId(workspaceId, brought.partnerId()).orElseThrow(() ->
                RequestRefused.notFound("partner_not_found", "partnerId: there is no partner " + brought.partnerId())).id();
        if (brought.linkId() != null) {
            return links.find(workspaceId, brought.linkId()).filter(link -> partnerId.equals(link.partnerId())).map(LinkView::id)
                    .orElseThrow(() -> RequestRefused.notFound("link_not_found",
                            "linkId: the partner has no link " + brought.linkId()));
        }
        return links.list(workspaceId, LinkFilter.ofPartner(partnerId.value()), true, new Page(1, 1, null, null)).stream().findFirst()
                .map(LinkView::id).orElseThrow(() -> RequestRefused.unprocessable("link_missing",
                        "partnerId: the partner has no link that it could go back to"));
    }

    private Identified customer(WorkspaceId workspaceId, Mode mode, Brought brought, CustomerClick click) {
        String externalId = brought.customerId() == null ? brought.externalId()
                : customers.byId(workspaceId, brought.customerId()).filter(known -> known.mode() == mode).map(CustomerView::externalId)
                        .orElseThrow(() -> RequestRefused.notFound("customer_not_found",
                                "customerId: there is no customer " + brought.customerId()));
        return customers.identify(new Identity(workspaceId, mode, Identity.Names.external(externalId), brought.details(),
                new Identity.Origin(click, brought.details().country()), false, clock.instant(), Credence.FIRST_HAND)).orElseThrow();
    }

    /** @param key of the commission: the sale, or for a lead the buyer */
    private boolean earned(WorkspaceId workspaceId, Brought brought, String key) {
        return ledger.locked(workspaceId, key).stream().anyMatch(commission ->
                commission.partnerId.value().equals(brought.partnerId()) && commission.earned != 0);
    }

    private void record(WorkspaceId workspaceId, Brought brought, Map<String, String> details) {
        trail.record(workspaceId, "commission_made", brought.partnerId(), details);
    }
}
