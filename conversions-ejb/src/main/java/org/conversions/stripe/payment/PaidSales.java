package org.conversions.stripe.payment;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            int changed = database.createNativeQuery("insert ignore into stripe_payment"
                            + " (workspace_id, mode, payment_id, sale_key, amount)"
                            + " values (:workspace, :mode, :payment, :sale, :amount)")
                    .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                    .setParameter("payment", paymentId)
                    .setParameter("sale", saleKey).setParameter("amount", amount).executeUpdate();
            if (changed == 0 && amount != null) {
                changed = database.createNativeQuery("update stripe_payment set amount = :amount"
                                + " where workspace_id = :workspace and mode = :mode and payment_id = :payment"
                                + " and sale_key = :sale and (amount is null or amount < :amount)")
                        .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                        .setParameter("payment", paymentId)
                        .setParameter("sale", saleKey).setParameter("amount", amount).executeUpdate();
            }
            if (changed > 0) {
                mapped.fire(new PaymentMapped(workspaceId, paymentId));
            }
        });
    }

    /**
     * Finds the sales that a payment paid for. It waits for transactions that are about to store one. (The embedded database
     * does not; there, all of them are of this node, which knows of each other.)
     *
     * @return the business keys of the sales that a payment paid for; empty when none is known yet
     */
    public List<String> salesPaidBy(StripeEvent event, String... paymentIds) {
        List<?> keys = database.createNativeQuery("select sale_key from stripe_payment where workspace_id = :workspace"
                        + " and mode = :mode and payment_id in (:payments) order by sale_key for update")
                .setParameter("workspace", event.workspaceId()).setParameter("mode", event.mode().text())
                .setParameter("payments", Stream.of(paymentIds).filter(Objects::nonNull).toList())
                .getResultList();
        return keys.stream().map(String.class::cast).distinct().toList();
    }

    /** @return the payments, by each of their names, that paid for a sale of the workspace */
    public List<String> ofSale(WorkspaceId workspaceId, Mode mode, String saleKey) {
        List<?> names = database.createNativeQuery("select payment_id from stripe_payment"
                        + " where workspace_id = :workspace and mode = :mode and sale_key = :sale")
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("sale", saleKey).getResultList();
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
                .addScalar("amount", Long.class).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new PaidSale((String) row[0], (String) row[1], (Long) row[2])).toList();
    }
}
