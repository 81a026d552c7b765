package org.conversions.stripe.event;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Remembers which payment paid for which sale, whether or not the sale is known yet: refunds name payments only. */
@Stateless
public class Payments {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Event<PaymentMapped> mapped;

    /** @param paymentIds payment intents and charges; null ones are passed over */
    public void paid(StripeEvent event, String saleKey, String... paymentIds) {
        Stream.of(paymentIds).filter(Objects::nonNull).forEach(paymentId -> {
            int added = database.createNativeQuery("insert ignore into stripe_payment"
                            + " (connection_id, payment_id, sale_key) values (:connection, :payment, :sale)")
                    .setParameter("connection", event.connectionId()).setParameter("payment", paymentId)
                    .setParameter("sale", saleKey).executeUpdate();
            if (added > 0) {
                mapped.fire(new PaymentMapped(event.workspaceId(), paymentId));
            }
        });
    }

    /** @return the business keys of the sales that a payment intent or charge paid for; empty when none is known yet */
    public List<String> salesPaidBy(StripeEvent event, String... paymentIds) {
        List<?> keys = database.createNativeQuery("select distinct sale_key from stripe_payment"
                        + " where connection_id = :connection and payment_id in (:payments) order by sale_key")
                .setParameter("connection", event.connectionId())
                .setParameter("payments", Stream.of(paymentIds).filter(Objects::nonNull).toList())
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }
}
