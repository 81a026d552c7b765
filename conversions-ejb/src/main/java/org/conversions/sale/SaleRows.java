package org.conversions.sale;

import static org.conversions.platform.UtcTime.LONG_AGO;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.conversions.platform.Ids;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.sale.entry.SaleBalance;
import org.conversions.sale.entry.SaleEntryView;
import org.conversions.sale.entry.SaleEntryView.Kind;
import org.conversions.workspace.Mode;

/** Reads and locks the rows of sales, and reads and appends their entries, inside the transaction of the caller. */
@Dependent
class SaleRows {

    private static final Comparator<SaleEntry> IN_ORDER =
            Comparator.comparing((SaleEntry entry) -> entry.occurredAt).thenComparing(entry -> entry.id);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private TransactionMemory memory;
    @Inject
    private Event<SalesRead> salesRead;
    @Inject
    private Event<SaleCorrected> corrected;

    /** The sales that the transaction knows by their business keys. */
    KnownRows<String, Sale> byKey(WorkspaceId workspaceId, Mode mode) {
        return memory.of(Sale.class, workspaceId, mode);
    }

    /** The entries that the transaction knows by their sales. */
    private KnownRows<String, List<SaleEntry>> entriesBySale() {
        return memory.of(SaleEntry.class);
    }

    Optional<Sale> find(WorkspaceId workspaceId, Mode mode, String saleKey) {
        // Reports of purchases announce their sales, and change most of them: those are locked at once.
        return Optional.ofNullable(byKey(workspaceId, mode).get(saleKey,
                keys -> read(workspaceId, mode, keys, keys.size() > 1)));
    }

    /** Does the same, and keeps others who change the sale out until the commit. */
    Optional<Sale> findLocked(WorkspaceId workspaceId, Mode mode, String saleKey) {
        return Optional.ofNullable(byKey(workspaceId, mode).get(saleKey, keys -> read(workspaceId, mode, keys, true)))
                .map(sale -> locked(workspaceId, sale.id));
    }

    private Map<String, Sale> read(WorkspaceId workspaceId, Mode mode, List<String> saleKeys, boolean locked) {
        List<Sale> sales = database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.mode = :mode"
                        + " and s.saleKey in :keys order by s.id", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("keys", saleKeys)
                .setLockMode(locked ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE).getResultList();
        if (sales.size() > 1) {
            entriesBySale().announce(sales.stream().map(sale -> sale.id).toList());
            salesRead.fire(new SalesRead(workspaceId, sales.stream().map(sale -> new SaleId(sale.id)).toList()));
        }
        return KnownRows.byName(saleKeys, sales.stream(), sale -> sale.saleKey);
    }

    /** Keeps a sale that no one else knows of yet, with its first entry. */
    SaleEntry begin(Sale sale) {
        sale.ours = true;
        database.persist(sale);
        byKey(sale.workspaceId, sale.mode).put(sale.saleKey, sale);
        entriesBySale().put(sale.id, new ArrayList<>());
        return append(sale, 0, Kind.SALE, sale.saleKey, sale.price.amount, 0, sale.paidAt);
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
        if (!sale.ours && database.getLockMode(sale) != LockModeType.PESSIMISTIC_WRITE) {
            database.flush();
            database.refresh(sale, LockModeType.PESSIMISTIC_WRITE);
            entriesBySale().forget(sale.id);
        }
        return sale;
    }

    List<Sale> of(CustomerId customerId) {
        return of(customerId, LONG_AGO);
    }

    /** @return what a buyer paid at that time or later */
    List<Sale> of(CustomerId customerId, Instant from) {
        return database.createQuery("select s from Sale s where s.customerId = :customer and s.paidAt >= :from order by s.id",
                        Sale.class)
                .setParameter("customer", customerId).setParameter("from", from).getResultList();
    }

    /** See {@link SaleView#standalone}. */
    boolean isStandaloneBoughtAfter(CustomerId customerId, Instant after) {
        return !database.createQuery("select s.id from Sale s where s.customerId = :customer and s.paidAt > :after and "
                        + Sale.STANDALONE, String.class)
                .setParameter("customer", customerId).setParameter("after", after).setParameter("oneTime", SaleKind.ONE_TIME)
                .setParameter("byStripe", EnumSet.of(SaleSource.CHECKOUT, SaleSource.INVOICE))
                .setParameter("byMerchant", EnumSet.of(SaleSource.SUBMITTED, SaleSource.MERCHANT))
                .setMaxResults(1).getResultList().isEmpty();
    }

    /** @return in the order in which it happened */
    List<SaleEntryView> entries(String saleId) {
        List<SaleEntry> known = entriesBySale().get(saleId, this::read);
        return known == null ? List.of() : known.stream().sorted(IN_ORDER).map(SaleEntry::view).toList();
    }

    private Map<String, List<SaleEntry>> read(List<String> saleIds) {
        return new HashMap<>(entries(saleIds));
    }

    /** @return the rows of the entries of several sales, by sale, in the order in which it happened */
    Map<String, List<SaleEntry>> entries(Collection<String> saleIds) {
        return database.createQuery("select e from SaleEntry e where e.saleId in :sales"
                        + " order by e.saleId, e.occurredAt, e.id", SaleEntry.class)
                .setParameter("sales", saleIds).getResultStream()
                .collect(Collectors.groupingBy(entry -> entry.saleId, Collectors.toCollection(ArrayList::new)));
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
        // If they are not known, those who ask read this one with the others.
        entriesBySale().with(sale.id, entries -> entries.add(entry));
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
        corrected.fire(new SaleCorrected(before, sale.view(), entriesBefore, entries(sale.id)));
    }
}
