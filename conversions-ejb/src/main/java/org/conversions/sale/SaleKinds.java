package org.conversions.sale;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.conversions.customer.Customers;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.sale.draft.SaleKind;

/**
 * Decides the kind of sales that the merchant reports: the first one of a buyer by a link is a first sale, those after it
 * are recurring, by whatever source and in whatever order the others were reported. Stripe says itself
 * what kind a sale of its is.
 */
@Dependent
class SaleKinds {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;
    @Inject
    private SaleRows rows;

    /** Sets the kind of a reported sale by the sales that there are; leaves one of Stripe's alone. */
    void decide(Sale sale) {
        if (!sale.isReportedByStripe()) {
            List<Sale> others = first(sale.customerId, sale.linkId, 2).stream()
                    .filter(other -> !other.id.equals(sale.id)).toList();
            sale.kind = kind(others.isEmpty() || isBefore(sale, others.get(0)));
        }
    }

    /**
     * Sets the kinds of a buyer's reported sales after a sale was paid at this time, or went from one link to another.
     *
     * @param linkIds those by which the buyer has a sale more or less
     */
    void settle(CustomerId customerId, Collection<LinkId> linkIds, Instant paidAt) {
        Instant lastReported = customers.lastSaleReportedAt(customerId);
        if (lastReported != null && !lastReported.isBefore(paidAt)) {
            new TreeSet<>(linkIds).forEach(link -> settle(first(customerId, link, 2)));
        }
    }

    /** Does the same after a sale went back to another click or buyer, or was paid at another time. */
    void settle(SaleView before, Sale after) {
        settle(after.customerId, List.of(before.linkId(), after.linkId), Instant.EPOCH);
    }

    /** Sets the kinds of the sales of two buyers who are one now: more than one of them may have been a first one. */
    void settleAll(CustomerId customerId, Collection<LinkId> linkIds) {
        for (LinkId link : new TreeSet<>(linkIds)) {
            List<Sale> firsts = query("select s from Sale s where s.customerId = :customer and s.linkId = :link"
                    + " and s.kind = :first order by s.paidAt, s.id", customerId, link)
                    .setParameter("first", SaleKind.FIRST).getResultList();
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
        if (!sale.isReportedByStripe() && sale.kind != kind && sale.kind != SaleKind.ONE_TIME) {
            SaleView before = sale.view();
            sale.kind = kind;
            rows.corrected(sale, before, rows.entries(sale.id));
        }
    }

    private List<Sale> first(CustomerId customerId, LinkId linkId, int count) {
        return query("select s from Sale s where s.customerId = :customer and s.linkId = :link order by s.paidAt, s.id",
                customerId, linkId).setMaxResults(count).getResultList();
    }

    private TypedQuery<Sale> query(String jpql, CustomerId customerId, LinkId linkId) {
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
