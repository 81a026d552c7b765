package org.conversions.conversion;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.conversions.customer.Customers;
import org.conversions.money.Share;
import org.conversions.platform.Ids;
import org.conversions.workspace.Mode;
import org.conversions.workspace.Workspaces;

/** Keeps sales and what becomes of their money. */
@Stateless
public class Sales {

    /** What {@link #record} did. @param created false when the same purchase had been recorded before */
    public record Recorded(SaleView sale, boolean created) {
    }

    /** What {@link #refund} did. @param entryId null when the same total had been told before */
    public record Refunded(SaleView sale, String entryId, long amount) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Customers customers;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Event<SaleRecorded> recorded;
    @Inject
    private Event<SaleRefunded> refunded;

    /**
     * Records a purchase once, whichever of its events comes first, and attributes it.
     *
     * @throws IllegalStateException when the buyer has no click: buyers are made by clicks
     */
    public Recorded record(SaleDraft draft) {
        Optional<SaleView> known = find(draft.customer().workspaceId(), draft.customer().mode(), draft.saleKey());
        if (known.isPresent()) {
            return new Recorded(known.get(), false);
        }
        Attribution attribution = attribute(draft);
        boolean firstOfLink = firstOfLink(draft.customer().id(), attribution.touch().linkId());
        Sale sale = sale(draft, attribution);
        database.persist(sale);
        SaleEntry entry = entry(sale, SaleEntry.SALE, SaleEntry.SALE, sale.saleKey, sale.amount, sale.paidAt);
        database.persist(entry);
        database.flush();
        SaleView view = sale.view();
        recorded.fire(new SaleRecorded(view, entry.id, firstOfLink));
        return new Recorded(view, true);
    }

    /** @return the sale with that business key */
    public Optional<SaleView> find(String workspaceId, Mode mode, String saleKey) {
        return database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.mode = :mode"
                        + " and s.saleKey = :key", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("key", saleKey).getResultStream().findFirst().map(Sale::view);
    }

    /**
     * Takes back what a charge's refunds have come to. The same total told again does nothing. A smaller one that is
     * told late is a refund too, of which nothing is left to take: in any order as many refunds count.
     *
     * @param chargeId the charge whose running total this is
     * @param share    the refunded share of that charge
     */
    public Refunded refund(String workspaceId, String saleId, String chargeId, Share share, Instant at) {
        Sale sale = database.find(Sale.class, saleId, LockModeType.PESSIMISTIC_WRITE);
        if (sale == null || !sale.workspaceId.equals(workspaceId)) {
            throw new IllegalArgumentException("No such sale: " + saleId);
        }
        String key = chargeId + ":" + share.part();
        List<SaleEntry> taken = database.createQuery("select e from SaleEntry e where e.saleId = :sale"
                        + " and e.kind <> :sold", SaleEntry.class)
                .setParameter("sale", saleId).setParameter("sold", SaleEntry.SALE).getResultList();
        if (taken.stream().anyMatch(entry -> entry.entryKey.equals(key))) {
            return new Refunded(sale.view(), null, 0);
        }
        long takenForCharge = -taken.stream().filter(entry -> entry.sourceId.equals(chargeId))
                .mapToLong(entry -> entry.amount).sum();
        long takenAll = -taken.stream().mapToLong(entry -> entry.amount).sum();
        long amount = RefundPolicy.toTakeBack(sale.amount, takenForCharge, takenAll, share);
        SaleEntry entry = entry(sale, SaleEntry.REFUND, key, chargeId, -amount, at);
        database.persist(entry);
        database.flush();
        refunded.fire(new SaleRefunded(sale.view(), entry.id, amount, share, at));
        return new Refunded(sale.view(), entry.id, amount);
    }

    private Attribution attribute(SaleDraft draft) {
        AttributionModel model = AttributionModel.of(
                workspaces.get(draft.customer().workspaceId()).attributionModel());
        List<Touch> touches = customers.clicksOf(draft.customer().id()).stream()
                .map(click -> new Touch(click.clickId(), click.linkId(), click.clickedAt())).toList();
        // Stripe tells times in whole seconds: a click of the second of the payment came before it.
        Instant paidAt = draft.paidAt().truncatedTo(ChronoUnit.SECONDS).plusMillis(999);
        return Attribution.of(model, touches, paidAt).orElseThrow(() ->
                new IllegalStateException("Customer " + draft.customer().id() + " has no click"));
    }

    private boolean firstOfLink(String customerId, String linkId) {
        return database.createQuery("select s.id from Sale s where s.customerId = :customer and s.linkId = :link",
                        String.class)
                .setParameter("customer", customerId).setParameter("link", linkId)
                .setMaxResults(1).getResultList().isEmpty();
    }

    private Sale sale(SaleDraft draft, Attribution attribution) {
        Sale sale = new Sale();
        sale.id = Ids.next("sale", clock);
        sale.workspaceId = draft.customer().workspaceId();
        sale.mode = draft.customer().mode().text();
        sale.saleKey = draft.saleKey();
        sale.connectionId = draft.connectionId();
        sale.customerId = draft.customer().id();
        sale.linkId = attribution.touch().linkId();
        sale.clickId = attribution.touch().clickId();
        sale.eventName = draft.eventName();
        sale.kind = draft.kind().text();
        sale.paymentProcessor = draft.paymentProcessor();
        sale.invoiceId = draft.invoiceId();
        sale.amount = draft.amount().minor();
        sale.currency = draft.amount().currency();
        sale.originalAmount = draft.amount().minor();
        sale.originalCurrency = draft.amount().currency();
        sale.paidAt = draft.paidAt();
        sale.recordedAt = clock.instant();
        sale.attribution = attribution.explanation();
        sale.metadata = draft.metadata();
        return sale;
    }

    private SaleEntry entry(Sale sale, String kind, String key, String sourceId, long amount, Instant at) {
        SaleEntry entry = new SaleEntry();
        entry.id = Ids.next("se", clock);
        entry.saleId = sale.id;
        entry.workspaceId = sale.workspaceId;
        entry.entryKey = key;
        entry.kind = kind;
        entry.sourceId = sourceId;
        entry.amount = amount;
        entry.occurredAt = at;
        entry.recordedAt = clock.instant();
        return entry;
    }
}
