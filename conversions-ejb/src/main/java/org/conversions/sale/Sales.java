package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.attribution.Attribution;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.exchange.Converted;
import org.conversions.money.Share;
import org.conversions.platform.Ids;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.draft.SaleDraft;
import org.conversions.sale.draft.SaleFacts;
import org.conversions.sale.draft.SaleSource;
import org.conversions.sale.entry.SaleEntryView;
import org.conversions.sale.product.ProductShare;
import org.conversions.sale.product.SaleLine;
import org.conversions.sale.product.SaleProducts;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * Keeps sales. A sale is the sum of all that is known of it ({@link SaleFacts}), in whatever order it became known: a later
 * report may correct the click it goes back to, its amount and its time, and appends what the money lacks.
 */
@Stateless
public class Sales {

    /** Says what {@link #record} did: nothing when there is no exchange rate, or no click from before the payment. */
    public enum Result {
        CREATED, CORRECTED, KNOWN, WITHOUT_RATE, WITHOUT_CLICK
    }

    /** @param sale as it is after {@link #record}, or null when it was not recorded */
    public record Recorded(SaleView sale, Result result) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Customers customers;
    @Inject
    private SaleRows rows;
    @Inject
    private SalePrices prices;
    @Inject
    private SaleCurrency currencies;
    @Inject
    private SaleAttribution attribution;
    @Inject
    private Workspaces workspaces;
    @Inject
    private SaleKinds kinds;
    @Inject
    private SaleProducts products;
    @Inject
    private Event<SaleRecorded> recorded;
    @Inject
    private Event<ProductsKnown> productsKnown;
    @Inject
    private Event<SaleCostsKnown> costsKnown;

    /**
     * Records a purchase once, whichever of its reports comes first, converts it to the workspace's currency at the
     * rate of its day, and attributes it. If the workspace has chosen another currency since the purchase, what is earned by
     * it is earned in the one of then. A better report of a known purchase, or one with a click of its own, corrects it.
     *
     * @throws AmountTooLarge when it cannot be counted in the workspace's currency
     */
    public Recorded record(SaleDraft draft) {
        Optional<Sale> known = draft.saleKey() == null ? Optional.empty()
                : rows.find(draft.customer().workspaceId(), draft.customer().mode(), draft.saleKey());
        return known.isPresent() ? correct(known.get(), draft) : create(draft);
    }

    /** Says which sale may be recorded soon, and of what: those that are known are read together then. */
    public void announce(WorkspaceId workspaceId, Mode mode, String saleKey, List<SaleLine> lines) {
        rows.byKey(workspaceId, mode).announce(List.of(saleKey));
        products.announce(workspaceId, mode, lines);
    }

    /** @return the sale with that business key */
    public Optional<SaleView> find(WorkspaceId workspaceId, Mode mode, String saleKey) {
        return rows.find(workspaceId, mode, saleKey).map(Sale::view);
    }

    /** @return by which connection a sale was reported; empty when by none @throws IllegalArgumentException when there is no such sale */
    public Optional<ConnectionId> connection(WorkspaceId workspaceId, SaleId saleId) {
        return Optional.ofNullable(rows.get(workspaceId, saleId.value()).connectionId);
    }

    /** Keeps what share of the payment of a sale Stripe kept. A sale that is not there any more has none. */
    public void keepFee(WorkspaceId workspaceId, Mode mode, String saleKey, Share fee) {
        rows.findLocked(workspaceId, mode, saleKey).filter(sale -> !fee.equals(sale.fee)).ifPresent(sale -> {
            sale.fee = fee;
            costsKnown.fire(new SaleCostsKnown(sale.view()));
        });
    }

    /** @throws IllegalArgumentException when the workspace has no such sale */
    public SaleView get(WorkspaceId workspaceId, SaleId saleId) {
        return rows.get(workspaceId, saleId.value()).view();
    }

    /** Does the same, and keeps others who change the sale out until the commit. */
    public SaleView locked(WorkspaceId workspaceId, SaleId saleId) {
        return rows.locked(workspaceId, saleId.value()).view();
    }

    /** @return what happened to the money of sales that were found in their workspace before, in order */
    public Map<SaleId, List<SaleEntryView>> entries(Collection<SaleId> saleIds) {
        return rows.entries(saleIds.stream().map(SaleId::value).toList()).entrySet().stream().collect(Collectors.toMap(
                entries -> new SaleId(entries.getKey()), entries -> entries.getValue().stream().map(SaleEntry::view).toList()));
    }

    /** @return what was said with a sale, as JSON; null for nothing @throws IllegalArgumentException when the workspace has no such sale */
    public String metadata(WorkspaceId workspaceId, SaleId saleId) {
        return rows.get(workspaceId, saleId.value()).metadata;
    }

    /** @return the products that a sale is of, with their parts of an amount, which add up to it; none when they are not known */
    public List<ProductShare> products(SaleView sale, long amount) {
        return rows.get(sale.workspaceId(), sale.id().value()).products == 0 ? List.of()
                : products.of(sale.workspaceId(), sale.id(), amount);
    }

    /** @return what the buyer of a sale has paid in the same second or later, without the sale itself */
    public List<SaleView> after(SaleView sale) {
        return rows.of(sale.customerId(), sale.paidAt()).stream().map(Sale::view)
                .filter(other -> !other.id().equals(sale.id())).toList();
    }

    /**
     * @return whether the buyer has bought something after a time that belongs to none of the subscriptions that Stripe reports,
     *         see {@link SaleView#standalone}
     */
    public boolean isStandaloneBoughtAfter(CustomerId customerId, Instant after) {
        return rows.isStandaloneBoughtAfter(customerId, after);
    }

    /**
     * @param currency one that the sale is stated in, or was before the workspace chose another
     * @return the sale as it would be if it were still stated in that currency, at the rate of then
     */
    public SaleView in(String currency, SaleView sale) {
        return sale.amount().currency().equals(currency) ? sale
                : sale.worth(prices.worth(database.find(Sale.class, sale.id().value()), currency));
    }

    private Recorded create(SaleDraft draft) {
        Sale sale = new Sale();
        sale.id = Ids.next("sale", clock);
        sale.workspaceId = draft.customer().workspaceId();
        sale.mode = draft.customer().mode();
        sale.saleKey = draft.saleKey() == null ? sale.id : draft.saleKey();
        sale.customerId = draft.customer().id();
        sale.takenBack = Share.NONE;
        sale.merchantTakenBack = Share.NONE;
        sale.recordedAt = clock.instant();
        sale.keep(SaleFacts.of(draft));
        if (!attribution.decide(sale, customers.clicksOf(sale.customerId))) {
            return new Recorded(null, Result.WITHOUT_CLICK);
        }
        sale.currency = workspaces.get(sale.workspaceId).decidingAt(sale.paidAt).currency();
        if (!price(sale, draft.report())) {
            return new Recorded(null, Result.WITHOUT_RATE);
        }
        kinds.decide(sale);
        SaleEntry entry = rows.begin(sale);
        sale.products = products.keep(sale.sold(), 0, draft.lines());
        recorded.fire(new SaleRecorded(sale.view(), entry.id));
        String currency = workspaces.get(sale.workspaceId).currency();
        if (!sale.currency.equals(currency)) {
            currencies.state(sale, List.of(entry), currency);
        }
        kinds.settle(sale.customerId, List.of(sale.linkId), sale.paidAt);
        return new Recorded(sale.view(), Result.CREATED);
    }

    private Recorded correct(Sale sale, SaleDraft draft) {
        if (draft.report().source() == SaleSource.PAGE) {
            return new Recorded(sale.view(), Result.KNOWN);
        }
        CustomerId customerId = customerId(sale, draft.customer().id());
        Attribution.Own ownBefore = sale.own();
        String codeBefore = sale.view().codeId();
        SaleFacts added = sale.facts().add(draft);
        sale.keep(added);
        if (!draft.report().isBetterThan(added.report()) && sale.own().equals(ownBefore)) {
            if (complete(sale, draft.lines())) {
                productsKnown.fire(new ProductsKnown(sale.view()));
            }
            return new Recorded(sale.view(), Result.KNOWN);
        }
        rows.locked(sale.workspaceId, sale.id);
        SaleView before = sale.view().boughtWith(codeBefore);
        long paidBefore = sale.paidTotal;
        if (draft.report().isBetterThan(sale.facts().report())) {
            if (!price(sale, draft.report())) {
                return new Recorded(null, Result.WITHOUT_RATE);
            }
            sale.customerId = sale.isReportedByStripe() ? sale.customerId : customerId;
            sale.keep(sale.facts().with(draft));
            sale.products = products.keep(sale.sold(), sale.products, draft.lines());
        } else {
            complete(sale, draft.lines());
        }
        attribution.decide(sale, customers.clicksOf(sale.customerId));
        kinds.decide(sale);
        if (sale.view().equals(before) && sale.paidTotal == paidBefore) {
            productsKnown.fire(new ProductsKnown(before));
            return new Recorded(before, Result.KNOWN);
        }
        List<SaleEntryView> entriesBefore = rows.entries(sale.id);
        if (sale.price.amount != before.amount().minor()) {
            rows.correct(sale, entriesBefore, draft.saleKey());
        }
        rows.corrected(sale, before, entriesBefore);
        kinds.settle(before, sale);
        return new Recorded(sale.view(), Result.CORRECTED);
    }

    /** Unites two buyers who are said to have made the same purchase, unless it is a page that says so. */
    private CustomerId customerId(Sale sale, CustomerId reported) {
        return sale.reportedBy == SaleSource.PAGE ? reported
                : customers.unite(sale.customerId, reported).map(CustomerView::id).orElse(reported);
    }

    /** @return false, and nothing changes, when there is no exchange rate for the sale's currency */
    private boolean price(Sale sale, SaleDraft.Report report) {
        Optional<Converted> converted = prices.convert(sale.workspaceId, report.amount(), sale.currency, report.paidAt());
        converted.ifPresent(rate -> sale.state(sale.currency, SalePrice.of(report.amount(), rate, report.paidAt())));
        return converted.isPresent();
    }

    /** Keeps the products of a sale if none are known. @return whether it did */
    private boolean complete(Sale sale, List<SaleLine> lines) {
        boolean unknown = sale.products == 0 && lines.stream().anyMatch(SaleLine::isOfProduct)
                && rows.locked(sale.workspaceId, sale.id).products == 0;
        if (unknown) {
            sale.products = products.keep(sale.sold(), 0, lines);
        }
        return unknown;
    }
}
