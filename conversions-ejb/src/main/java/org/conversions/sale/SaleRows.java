package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.platform.Ids;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.SaleEntryView.Kind;
import org.conversions.workspace.Mode;

/** Reads and locks the rows of sales, and reads and appends their entries, inside the transaction of the caller. */
@Dependent
class SaleRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<SaleCorrected> corrected;

    Optional<Sale> find(WorkspaceId workspaceId, Mode mode, String saleKey) {
        return database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.mode = :mode"
                        + " and s.saleKey = :key", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode)
                .setParameter("key", saleKey).getResultStream().findFirst();
    }

    /** @throws IllegalArgumentException when the workspace has no such sale */
    Sale get(WorkspaceId workspaceId, String saleId) {
        Sale sale = database.find(Sale.class, saleId);
        if (sale == null || !sale.workspaceId.equals(workspaceId)) {
            throw new IllegalArgumentException("No such sale: " + saleId);
        }
        return sale;
    }

    /**
     * Keeps others who change the sale out until the commit, and reads what they left.
     *
     * @throws IllegalArgumentException when the workspace has no such sale
     */
    Sale locked(WorkspaceId workspaceId, String saleId) {
        Sale sale = get(workspaceId, saleId);
        if (database.getLockMode(sale) != LockModeType.PESSIMISTIC_WRITE) {
            database.flush();
            database.refresh(sale, LockModeType.PESSIMISTIC_WRITE);
        }
        return sale;
    }

    List<Sale> of(CustomerId customerId) {
        return database.createQuery("select s from Sale s where s.customerId = :customer order by s.id", Sale.class)
                .setParameter("customer", customerId).getResultList();
    }

    /** @return when the last one was paid, see {@link SaleView#standalone}; null for never */
    Instant lastStandaloneAt(CustomerId customerId) {
        return database.createQuery("select s.paidAt from Sale s where s.customerId = :customer and " + Sale.STANDALONE
                        + " order by s.paidAt desc", Instant.class)
                .setParameter("customer", customerId).setParameter("oneTime", SaleKind.ONE_TIME)
                .setParameter("byStripe", EnumSet.of(SaleSource.CHECKOUT, SaleSource.INVOICE))
                .setParameter("byMerchant", SaleSource.MERCHANT)
                .setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    /** @return in the order in which it happened */
    List<SaleEntryView> entries(String saleId) {
        return database.createQuery("select e from SaleEntry e where e.saleId = :sale order by e.occurredAt, e.id",
                        SaleEntry.class)
                .setParameter("sale", saleId).getResultStream().map(SaleEntry::view).toList();
    }

    /** @return the rows of the entries of several sales, by sale, in the order in which it happened */
    Map<String, List<SaleEntry>> entries(Collection<String> saleIds) {
        return database.createQuery("select e from SaleEntry e where e.saleId in :sales"
                        + " order by e.saleId, e.occurredAt, e.id", SaleEntry.class)
                .setParameter("sales", saleIds).getResultStream().collect(Collectors.groupingBy(entry -> entry.saleId));
    }

    /** @param number the number of entries that the sale has: two that are added at once meet at a unique key */
    SaleEntry append(Sale sale, int number, Kind kind, String sourceId, long amount, int refunds, Instant at) {
        SaleEntry entry = new SaleEntry();
        entry.id = Ids.next("se", clock);
        entry.saleId = sale.id;
        entry.workspaceId = sale.workspaceId;
        entry.entryKey = number == 0 ? Kind.SALE.text() : String.valueOf(number);
        entry.kind = kind;
        entry.sourceId = sourceId;
        entry.amount = amount;
        entry.refunds = refunds;
        entry.occurredAt = at;
        entry.recordedAt = clock.instant();
        database.persist(entry);
        return entry;
    }

    /**
     * Brings the entries to the amount that the sale has now; the same share as before went back of it.
     *
     * @param sourceId the name of what says that it is another amount
     */
    void correct(Sale sale, List<SaleEntryView> entries, String sourceId) {
        SaleBalance balance = SaleBalance.of(entries);
        append(sale, entries.size(), Kind.CORRECTION, sourceId, sale.price.amount - balance.sold(), 0, sale.paidAt);
        long change = sale.takenBack.backFrom(sale.price.amount) - balance.returned();
        if (change != 0) {
            append(sale, entries.size() + 1, change < 0 ? Kind.REFUND : Kind.REVERSAL, sourceId,
                    change, 0, entries.get(entries.size() - 1).at());
        }
    }

    /** Writes what changed of a sale, and fires it to the rooms later on the road. */
    void corrected(Sale sale, SaleView before, List<SaleEntryView> entriesBefore) {
        database.flush();
        corrected.fire(new SaleCorrected(before, sale.view(), entriesBefore, entries(sale.id)));
    }
}
