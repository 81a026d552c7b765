package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conversions.money.Share;
import org.conversions.platform.Ids;

/** Where the entries of sales are written and read, inside the transaction of whoever calls. */
@Dependent
class SaleEntries {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @return in the order in which it happened */
    List<SaleEntryView> of(String saleId) {
        return database.createQuery("select e from SaleEntry e where e.saleId = :sale order by e.occurredAt, e.id",
                        SaleEntry.class)
                .setParameter("sale", saleId).getResultStream().map(SaleEntry::view).toList();
    }

    /** @return the rows of several sales, by sale, in the order in which it happened */
    Map<String, List<SaleEntry>> rows(Collection<String> saleIds) {
        return database.createQuery("select e from SaleEntry e where e.saleId in :sales"
                        + " order by e.saleId, e.occurredAt, e.id", SaleEntry.class)
                .setParameter("sales", saleIds).getResultStream().collect(Collectors.groupingBy(entry -> entry.saleId));
    }

    /** @param number how many entries the sale has: two that are added at once meet at a unique key */
    SaleEntry append(Sale sale, int number, String kind, String sourceId, long amount, int refunds, Instant at) {
        SaleEntry entry = new SaleEntry();
        entry.id = Ids.next("se", clock);
        entry.saleId = sale.id;
        entry.workspaceId = sale.workspaceId;
        entry.entryKey = number == 0 ? SaleEntry.SALE : String.valueOf(number);
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
     * Brings the entries to the amount that the sale has by now; the same share as before went back of it.
     *
     * @param sourceId what says that it is another amount
     */
    void correct(Sale sale, List<SaleEntryView> entries, String sourceId) {
        SaleBalance balance = SaleBalance.of(entries);
        append(sale, entries.size(), SaleEntry.CORRECTION, sourceId, sale.amount - balance.sold(), 0, sale.paidAt);
        long takenBack = Share.parse(sale.takenBack).of(sale.amount) - balance.takenBack();
        if (takenBack != 0) {
            append(sale, entries.size() + 1, takenBack > 0 ? SaleEntry.REFUND : SaleEntry.REVERSAL, sourceId,
                    -takenBack, 0, entries.get(entries.size() - 1).at());
        }
    }
}
