package org.conversions.stripe.payment;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Remembers which payment paid for which sale, whether or not the sale is known yet: refunds name payments only. */
@Stateless
public class PaidSales {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private TransactionMemory memory;
    @Inject
    private Event<PaymentMapped> mapped;

    /**
     * @param amount     how much the payment paid for the sale, in minor units; null for all of it, or unknown
     * @param paymentIds names of the one payment: its payment intent, its charge; null ones are passed over
     */
    public void paid(StripeEvent event, String saleKey, Long amount, String... paymentIds) {
        paid(event.workspaceId(), event.mode(), saleKey, amount, paymentIds);
    }

    public void paid(WorkspaceId workspaceId, Mode mode, String saleKey, Long amount, String... paymentIds) {
        Stream.of(paymentIds).filter(Objects::nonNull).forEach(paymentId -> {
            Map<String, Optional<Long>> known = known(workspaceId, mode)
                    .get(paymentId, payments -> read(workspaceId, mode, payments));
            if (keep(new MappedPayment.Key(workspaceId, mode.text(), paymentId, saleKey), amount, known)) {
                mapped.fire(new PaymentMapped(workspaceId, paymentId));
            }
        });
    }

    /** Says which payments may be mapped soon: what they paid for is read together then. */
    public void announce(WorkspaceId workspaceId, Mode mode, Collection<String> paymentIds) {
        known(workspaceId, mode).announce(paymentIds);
    }

    /** What the payments that the transaction knows paid for: for each sale how much, if that is known. */
    private KnownRows<String, Map<String, Optional<Long>>> known(WorkspaceId workspaceId, Mode mode) {
        return memory.of(MappedPayment.class, workspaceId, mode);
    }

    /** @param sales that the payment is known to have paid for. @return whether that is more than was known */
    private boolean keep(MappedPayment.Key key, Long amount, Map<String, Optional<Long>> sales) {
        Optional<Long> known = sales.get(key.saleKey());
        if (known == null) {
            database.persist(MappedPayment.of(key, amount));
        } else if (amount == null || known.isPresent() && known.get() >= amount || update(key, amount) == 0) {
            return false;
        }
        sales.put(key.saleKey(), Optional.ofNullable(amount));
        return true;
    }

    private Map<String, Map<String, Optional<Long>>> read(WorkspaceId workspaceId, Mode mode, List<String> paymentIds) {
        List<?> rows = database.createNativeQuery("select payment_id, sale_key, amount from stripe_payment"
                        + " where workspace_id = :workspace and mode = :mode and payment_id in (:payments)")
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("payments", paymentIds).unwrap(NativeQuery.class)
                .addScalar("payment_id", String.class).addScalar("sale_key", String.class)
                .addScalar("amount", Long.class).addSynchronizedEntityClass(MappedPayment.class).getResultList();
        Map<String, Map<String, Optional<Long>>> found = new HashMap<>();
        paymentIds.forEach(payment -> found.put(payment, new HashMap<>()));
        rows.stream().map(Object[].class::cast).forEach(row -> found
                .computeIfAbsent((String) row[0], payment -> new HashMap<>()).put((String) row[1], Optional.ofNullable((Long) row[2])));
        return found;
    }

    private int update(MappedPayment.Key key, Long amount) {
        return database.createNativeQuery("update stripe_payment set amount = :amount"
                        + " where workspace_id = :workspace and mode = :mode and payment_id = :payment"
                        + " and sale_key = :sale and (amount is null or amount < :amount)")
                .setParameter("workspace", key.workspaceId()).setParameter("mode", key.mode())
                .setParameter("payment", key.paymentId()).setParameter("sale", key.saleKey())
                .setParameter("amount", amount).executeUpdate();
    }

    /**
     * Finds the sales that a payment paid for. It waits for transactions that are about to store one. (The embedded database
     * does not. What is missed wakes the event after its commit.)
     *
     * @return the business keys of the sales that a payment paid for; empty when none is known yet
     */
    public List<String> salesPaidBy(StripeEvent event, Collection<String> paymentIds) {
        List<?> keys = database.createNativeQuery("select sale_key from stripe_payment where workspace_id = :workspace"
                        + " and mode = :mode and payment_id in (:payments) order by sale_key for update")
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("payments", paymentIds)
                .unwrap(NativeQuery.class).addSynchronizedEntityClass(MappedPayment.class).getResultList();
        return keys.stream().map(String.class::cast).distinct().toList();
    }

    /** @return the payments, by each of their names, that paid for a sale of the workspace */
    public List<String> ofSale(WorkspaceId workspaceId, Mode mode, String saleKey) {
        List<?> names = database.createNativeQuery("select payment_id from stripe_payment"
                        + " where workspace_id = :workspace and mode = :mode and sale_key = :sale")
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("sale", saleKey).unwrap(NativeQuery.class)
                .addSynchronizedEntityClass(MappedPayment.class).getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    /** @return what the payments of a sale paid for, this sale and others */
    public List<PaidSale> ofSale(StripeEvent event, String saleKey) {
        List<?> rows = database.createNativeQuery("select p.payment_id as payment_id, p.sale_key as sale_key,"
                        + " p.amount as amount from stripe_payment s join stripe_payment p"
                        + " on p.workspace_id = s.workspace_id and p.mode = s.mode and p.payment_id = s.payment_id"
                        + " where s.workspace_id = :workspace and s.mode = :mode and s.sale_key = :sale")
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("sale", saleKey)
                .unwrap(NativeQuery.class).addScalar("payment_id", String.class).addScalar("sale_key", String.class)
                .addScalar("amount", Long.class).addSynchronizedEntityClass(MappedPayment.class).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new PaidSale((String) row[0], (String) row[1], (Long) row[2])).toList();
    }
}
