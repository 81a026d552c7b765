package org.conversions.sale;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conversions.attribution.Attribution;
import org.conversions.attribution.Touch;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerClicked;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.CustomersMerged;
import org.conversions.exchange.Converted;
import org.conversions.exchange.RateAge;
import org.conversions.money.Share;
import org.conversions.platform.Ids;
import org.conversions.workspace.AttributionModel;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/**
 * Keeps sales and what becomes of their money. A sale is what all that is known of it says, in whatever order it became
 * known: what comes later may correct the click it goes back to, its amount and its time, and appends what the money
 * lacks.
 */
@Stateless
public class Sales {

    /** What {@link #record} did; nothing at all when there is no exchange rate, or no click from before the payment. */
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
    private SaleEntries entries;
    @Inject
    private SalePrices prices;
    @Inject
    private SaleCurrency currencies;
    @Inject
    private Workspaces workspaces;
    @Inject
    private SaleKinds kinds;
    @Inject
    private Event<SaleRecorded> recorded;
    @Inject
    private Event<SaleCorrected> corrected;
    @Inject
    private Event<SaleAdjusted> adjusted;

    /**
     * Records a purchase once, whichever of its events comes first, converts it to the workspace's currency at the
     * rate of its day, and attributes it. If the workspace has chosen another currency since the purchase, what is earned by
     * it is earned in the one of then. What is told of a known purchase by somebody who knows better, or with a
     * click of its own, corrects it.
     *
     * @throws AmountTooLarge when it cannot be counted in the workspace's currency
     */
    public Recorded record(SaleDraft draft) {
        String workspaceId = draft.customer().workspaceId();
        Optional<Sale> known = draft.saleKey() == null ? Optional.empty()
                : row(workspaceId, draft.customer().mode(), draft.saleKey());
        if (known.isPresent()) {
            return correct(known.get(), draft);
        }
        Sale sale = new Sale();
        sale.id = Ids.next("sale", clock);
        sale.workspaceId = workspaceId;
        sale.mode = draft.customer().mode().text();
        sale.saleKey = draft.saleKey() == null ? sale.id : draft.saleKey();
        sale.customerId = draft.customer().id();
        sale.takenBack = Share.NONE.toString();
        sale.merchantTakenBack = sale.takenBack;
        sale.recordedAt = clock.instant();
        sale.paidAt = draft.paidAt();
        learn(sale, draft);
        if (!attribute(sale, customers.clicksOf(sale.customerId))) {
            return new Recorded(null, Result.WITHOUT_CLICK);
        }
        if (!price(sale, draft)) {
            return new Recorded(null, Result.WITHOUT_RATE);
        }
        kinds.decide(sale);
        database.persist(sale);
        SaleEntry entry = entries.append(sale, 0, SaleEntry.SALE, sale.saleKey, sale.amount, 0, sale.paidAt);
        database.flush();
        recorded.fire(new SaleRecorded(sale.view(), entry.id));
        String currency = workspaces.get(workspaceId).currency();
        if (!sale.currency.equals(currency)) {
            currencies.state(sale, List.of(entry), currency);
        }
        kinds.settle(sale.customerId, List.of(sale.linkId), sale.paidAt);
        return new Recorded(sale.view(), Result.CREATED);
    }

    /** @return the sale with that business key */
    public Optional<SaleView> find(String workspaceId, Mode mode, String saleKey) {
        return row(workspaceId, mode, saleKey).map(Sale::view);
    }

    /** @throws IllegalArgumentException when the workspace has no such sale */
    public SaleView get(String workspaceId, String saleId) {
        Sale sale = database.find(Sale.class, saleId);
        if (sale == null || !sale.workspaceId.equals(workspaceId)) {
            throw new IllegalArgumentException("No such sale: " + saleId);
        }
        return sale.view();
    }

    /**
     * @return when the buyer last bought something that belongs to none of the subscriptions that Stripe tells of, see
     *         {@link SaleView#standalone}; null for never
     */
    public Instant lastStandaloneAt(String customerId) {
        return database.createQuery("select s.paidAt from Sale s where s.customerId = :customer and " + Sale.STANDALONE
                        + " order by s.paidAt desc", Instant.class)
                .setParameter("customer", customerId).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    /**
     * Keeps others who change the money of a sale out until the commit: what they left can be read afterwards.
     *
     * @return what the buyer paid in all, with tax, in minor units; 0 when nobody told
     */
    public long lock(String workspaceId, String saleId) {
        return locked(workspaceId, saleId).paidTotal;
    }

    /**
     * Brings the money of a sale to what Stripe says of it by now, or what the merchant has said if that is more: both
     * tell of the same money. Told again, it changes nothing.
     *
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    public SaleAdjusted adjust(String workspaceId, String saleId, SaleChange change) {
        Sale sale = locked(workspaceId, saleId);
        return adjust(sale, change.atLeast(Share.parse(sale.merchantTakenBack), sale.merchantRefunds));
    }

    /**
     * The merchant says that a part of a sale went back.
     *
     * @param part     of the whole sale
     * @param sourceId what the merchant knows the refund by
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    public SaleAdjusted refund(String workspaceId, String saleId, Share part, String sourceId, Instant at) {
        Sale sale = locked(workspaceId, saleId);
        Share takenBack = Share.parse(sale.merchantTakenBack).plus(part);
        sale.merchantTakenBack = takenBack.toString();
        sale.merchantRefunds++;
        return adjust(sale, new SaleChange(takenBack, sale.merchantRefunds, sale.disputed, SaleChange.Kind.REFUND, sourceId,
                at));
    }

    private SaleAdjusted adjust(Sale sale, SaleChange change) {
        List<SaleEntryView> before = entries.of(sale.id);
        SaleBalance balance = SaleBalance.of(before);
        long amount = balance.toTakeBack(change.takenBack());
        int refunds = change.refunds() - balance.refunds();
        boolean news = !change.takenBack().toString().equals(sale.takenBack) || change.disputed() != sale.disputed;
        if (amount == 0 && refunds == 0 && !news) {
            return new SaleAdjusted(sale.view(), null, 0, 0, change.at());
        }
        sale.takenBack = change.takenBack().toString();
        sale.disputed = change.disputed();
        SaleEntry entry = amount == 0 && refunds == 0 ? null : entries.append(sale, before.size(),
                amount < 0 ? SaleEntry.REVERSAL : change.kind().entry, change.sourceId(), -amount, refunds,
                change.at());
        database.flush();
        SaleAdjusted event = new SaleAdjusted(sale.view(), entry == null ? null : entry.id, amount, refunds,
                change.at());
        adjusted.fire(event);
        return event;
    }

    /**
     * @param currency one that the sale is stated in, or was before the workspace chose another
     * @return the sale as it would be if it were still stated in that currency, at the rate of then
     */
    public SaleView in(String currency, SaleView sale) {
        return sale.amount().currency().equals(currency) ? sale
                : sale.worth(prices.worth(database.find(Sale.class, sale.id()), currency));
    }

    /**
     * Converts a sale anew whose rate was older than it should be, and appends what it comes to more or less. Without a
     * better rate nothing changes.
     */
    public void correctRate(String workspaceId, String saleId) {
        Sale sale = locked(workspaceId, saleId);
        Optional<Converted> converted = sale.staleRateDay == null ? Optional.empty()
                : prices.convert(workspaceId, sale.counted(), sale.currency, sale.paidAt);
        if (converted.isEmpty() || RateAge.of(converted.get().rate().asOf(), sale.staleRateDay).stale()) {
            return;
        }
        SaleView before = sale.view();
        List<SaleEntryView> entriesBefore = entries.of(saleId);
        sale.state(sale.counted(), converted.get());
        if (!sale.view().equals(before)) {
            entries.correct(sale, entriesBefore, "exchange rate of " + sale.rateAsOf);
            database.flush();
            corrected(sale, before, entriesBefore);
        }
    }

    /** Another click may be the one that the buyer's sales go back to. */
    public void reattribute(@Observes CustomerClicked event) {
        reattribute(event.customerId());
    }

    /** What the buyer with the stand-in bought, the known one bought. */
    public void move(@Observes CustomersMerged event) {
        String into = event.into().id();
        for (Sale sale : of(event.from())) {
            SaleView before = locked(sale.workspaceId, sale.id).view();
            sale.customerId = into;
            attribute(sale, customers.clicksOf(sale.customerId));
            kinds.decide(sale);
            database.flush();
            corrected(sale, before, entries.of(sale.id));
        }
        reattribute(into);
        if (customers.lastSaleReportedAt(into) != null) {
            kinds.settleAll(into, of(into).stream().map(sale -> sale.linkId).toList());
        }
    }

    private Recorded correct(Sale sale, SaleDraft draft) {
        if (draft.source() == SaleSource.PAGE) {
            return new Recorded(sale.view(), Result.KNOWN);
        }
        boolean pages = SaleSource.of(sale.reportedBy) == SaleSource.PAGE;
        // Who is said to have made the same purchase is the same buyer, unless it is a page that says so.
        String buyer = pages ? draft.customer().id() : customers.unite(sale.customerId, draft.customer().id())
                .map(CustomerView::id).orElse(draft.customer().id());
        if (pages) {
            sale.eventName = draft.kind().eventName();
            sale.metadata = null;
        }
        String clickBefore = sale.ownClickId();
        learn(sale, draft);
        if (!knowsBetter(sale, draft) && Objects.equals(sale.ownClickId(), clickBefore)) {
            return new Recorded(sale.view(), Result.KNOWN);
        }
        locked(sale.workspaceId, sale.id);
        SaleView before = sale.view();
        long paidBefore = sale.paidTotal;
        if (knowsBetter(sale, draft)) {
            boolean stripes = SaleSource.of(sale.reportedBy).compareTo(SaleSource.MERCHANT) > 0;
            if (!price(sale, draft)) {
                return new Recorded(null, Result.WITHOUT_RATE);
            }
            sale.customerId = stripes ? sale.customerId : buyer;
        }
        attribute(sale, customers.clicksOf(sale.customerId));
        kinds.decide(sale);
        if (sale.view().equals(before) && sale.paidTotal == paidBefore) {
            database.flush();
            return new Recorded(before, Result.KNOWN);
        }
        List<SaleEntryView> entriesBefore = entries.of(sale.id);
        if (sale.amount != before.amount().minor()) {
            entries.correct(sale, entriesBefore, draft.saleKey());
        }
        database.flush();
        corrected(sale, before, entriesBefore);
        settleKinds(before, sale);
        return new Recorded(sale.view(), Result.CORRECTED);
    }

    private static boolean knowsBetter(Sale sale, SaleDraft draft) {
        int stronger = draft.source().compareTo(SaleSource.of(sale.reportedBy));
        return stronger > 0 || stronger == 0 && draft.paidAt().isBefore(sale.paidAt);
    }

    /** Keeps what nobody has told of the sale yet. Of its names the merchant's own wins. */
    private static void learn(Sale sale, SaleDraft draft) {
        if (draft.source() == SaleSource.MERCHANT) {
            sale.merchantClickId = either(sale.merchantClickId, draft.ownClickId());
        } else {
            sale.stripeClickId = either(sale.stripeClickId, draft.ownClickId());
        }
        sale.connectionId = either(sale.connectionId, draft.connectionId());
        sale.invoiceId = either(sale.invoiceId, draft.invoiceId());
        sale.metadata = either(sale.metadata, draft.metadata());
        if (sale.shownAmount == null && draft.shown() != null) {
            sale.shownAmount = draft.shown().minor();
            sale.shownCurrency = draft.shown().currency();
        }
        if (draft.eventName() != null && !SaleKind.namesAKind(draft.eventName())
                && (sale.eventName == null || SaleKind.namesAKind(sale.eventName))) {
            sale.eventName = draft.eventName();
        }
    }

    private static String either(String known, String told) {
        return known != null ? known : told;
    }

    private void reattribute(String customerId) {
        List<CustomerClick> clicks = null;
        for (Sale sale : of(customerId)) {
            clicks = clicks == null ? customers.clicksOf(customerId) : clicks;
            if (attribution(sale, clicks).filter(other -> !other.touch().clickId().equals(sale.clickId)).isPresent()) {
                SaleView before = locked(sale.workspaceId, sale.id).view();
                attribute(sale, clicks);
                kinds.decide(sale);
                database.flush();
                corrected(sale, before, entries.of(sale.id));
                settleKinds(before, sale);
            }
        }
    }

    private void settleKinds(SaleView before, Sale after) {
        kinds.settle(after.customerId, List.of(before.linkId(), after.linkId), Instant.EPOCH);
    }

    private void corrected(Sale sale, SaleView before, List<SaleEntryView> entriesBefore) {
        corrected.fire(new SaleCorrected(before, sale.view(), entriesBefore, entries.of(sale.id)));
    }

    private boolean price(Sale sale, SaleDraft draft) {
        String currency = sale.currency != null ? sale.currency
                : workspaces.get(sale.workspaceId).decidingAt(draft.paidAt()).currency();
        Optional<Converted> converted = prices.convert(sale.workspaceId, draft.amount(), currency, draft.paidAt());
        if (converted.isEmpty()) {
            return false;
        }
        sale.paidTotal = draft.paidTotal();
        sale.paidAt = draft.paidAt();
        sale.state(draft.amount(), converted.get());
        sale.kind = draft.kind().text();
        sale.paymentProcessor = draft.paymentProcessor();
        if (sale.eventName == null || SaleKind.namesAKind(sale.eventName)) {
            sale.eventName = draft.kind().eventName();
        }
        sale.reportedBy = draft.source().text();
        return true;
    }

    /** @return false when no click counts: a sale that has one keeps it */
    private boolean attribute(Sale sale, List<CustomerClick> clicks) {
        Optional<Attribution> attribution = attribution(sale, clicks);
        attribution.ifPresent(found -> {
            sale.linkId = found.touch().linkId();
            sale.clickId = found.touch().clickId();
            sale.attribution = found.explanation();
        });
        return attribution.isPresent();
    }

    private Optional<Attribution> attribution(Sale sale, List<CustomerClick> clicks) {
        AttributionModel model = workspaces.get(sale.workspaceId).decidingAt(sale.paidAt).attributionModel();
        List<Touch> touches = clicks.stream().map(Touch::of).toList();
        return Attribution.of(model, touches, sale.ownClickId(), sale.paidAt);
    }

    private Optional<Sale> row(String workspaceId, Mode mode, String saleKey) {
        return database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.mode = :mode"
                        + " and s.saleKey = :key", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("key", saleKey).getResultStream().findFirst();
    }

    private Sale locked(String workspaceId, String saleId) {
        Sale sale = database.find(Sale.class, saleId);
        if (sale == null || !sale.workspaceId.equals(workspaceId)) {
            throw new IllegalArgumentException("No such sale: " + saleId);
        }
        if (database.getLockMode(sale) != LockModeType.PESSIMISTIC_WRITE) {
            database.flush();
            database.refresh(sale, LockModeType.PESSIMISTIC_WRITE);
        }
        return sale;
    }

    private List<Sale> of(String customerId) {
        return database.createQuery("select s from Sale s where s.customerId = :customer order by s.id", Sale.class)
                .setParameter("customer", customerId).getResultList();
    }
}
