package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.conversions.customer.Customers;

/**
 * Decides the kind of sales that the merchant tells: the first one of a buyer by a link is a first sale, those after it
 * are recurring, whoever told of the others and in whatever order. Stripe says itself what kind a sale of its is.
 */
@Dependent
class SaleKinds {

    private static final List<String> TOLD = List.of(SaleSource.PAGE.text(), SaleSource.MERCHANT.text());

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;
    @Inject
    private Event<SaleCorrected> corrected;

    /** Sets the kind of a told sale by the sales that there are; leaves one that Stripe tells alone. */
    void decide(Sale sale) {
        if (TOLD.contains(sale.reportedBy)) {
            List<Sale> others = first(sale.customerId, sale.linkId, 2).stream()
                    .filter(other -> !other.id.equals(sale.id)).toList();
            sale.kind = kind(others.isEmpty() || isBefore(sale, others.get(0))).text();
        }
    }

    /**
     * A sale was paid at this time or went from one link to another: told sales of the buyer may be of another kind now.
     *
     * @param linkIds those by which the buyer has a sale more or less
     */
    void settle(String customerId, Collection<String> linkIds, Instant paidAt) {
        Instant lastTold = customers.lastSaleReportedAt(customerId);
        if (lastTold != null && !lastTold.isBefore(paidAt)) {
            new TreeSet<>(linkIds).forEach(link -> settle(first(customerId, link, 2)));
        }
    }

    /** The sales of two buyers are one buyer's now: more than one of them may have been a first one. */
    void settleAll(String customerId, Collection<String> linkIds) {
        for (String link : new TreeSet<>(linkIds)) {
            List<Sale> firsts = query("select s from Sale s where s.customerId = :customer and s.linkId = :link"
                    + " and s.kind = '" + SaleKind.FIRST.text() + "' order by s.paidAt, s.id", customerId, link)
                    .getResultList();
            firsts.stream().skip(1).forEach(sale -> set(sale, SaleKind.RECURRING));
            settle(first(customerId, link, 2));
        }
    }

    private void settle(List<Sale> earliest) {
        for (int i = 0; i < earliest.size(); i++) {
            set(earliest.get(i), kind(i == 0));
        }
    }

    private void set(Sale sale, SaleKind kind) {
        if (TOLD.contains(sale.reportedBy) && !sale.kind.equals(kind.text()) && !sale.kind.equals(SaleKind.ONE_TIME.text())) {
            SaleView before = sale.view();
            sale.kind = kind.text();
            database.flush();
            List<SaleEntryView> entries = database.createQuery("select e from SaleEntry e where e.saleId = :sale"
                            + " order by e.occurredAt, e.id", SaleEntry.class)
                    .setParameter("sale", sale.id).getResultStream().map(SaleEntry::view).toList();
            corrected.fire(new SaleCorrected(before, sale.view(), entries, entries));
        }
    }

    private List<Sale> first(String customerId, String linkId, int count) {
        return query("select s from Sale s where s.customerId = :customer and s.linkId = :link order by s.paidAt, s.id",
                customerId, linkId).setMaxResults(count).getResultList();
    }

    private TypedQuery<Sale> query(String jpql, String customerId, String linkId) {
        return database.createQuery(jpql, Sale.class).setParameter("customer", customerId).setParameter("link", linkId);
    }

    private static SaleKind kind(boolean first) {
        return first ? SaleKind.FIRST : SaleKind.RECURRING;
    }

    private static boolean isBefore(Sale one, Sale other) {
        int order = one.paidAt.compareTo(other.paidAt);
        return order < 0 || order == 0 && one.id.compareTo(other.id) < 0;
    }
}
