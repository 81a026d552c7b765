package org.conversions.stripe.event;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/** Keeps everything that was told about money that went back, whether or not its sale is known yet. */
@Stateless
public class ReturnedMoneyRecords {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** Keeps the newest status of each. Told again, or late, it changes nothing. */
    public void keep(StripeEvent event, Collection<ReturnedMoney> told) {
        for (ReturnedMoney fact : told) {
            // The time comes last: MySQL assigns from left to right, and the conditions mean the time of before.
            database.createNativeQuery("insert into stripe_refund (connection_id, kind, object_id, charge_id,"
                            + " payment_intent_id, sale_key, amount, status, status_rank, told_at) values (:connection,"
                            + " :kind, :object, :charge, :payment, :sale, :amount, :status, :rank, :toldAt)"
                            + " on duplicate key update charge_id = coalesce(charge_id, values(charge_id)),"
                            + " payment_intent_id = coalesce(payment_intent_id, values(payment_intent_id)),"
                            + " status = case when values(told_at) > told_at or values(told_at) = told_at"
                            + " and values(status_rank) > status_rank then values(status) else status end,"
                            + " status_rank = case when values(told_at) > told_at or values(told_at) = told_at"
                            + " and values(status_rank) > status_rank then values(status_rank) else status_rank end,"
                            + " told_at = greatest(told_at, values(told_at))")
                    .setParameter("connection", event.connectionId()).setParameter("kind", fact.kind().text())
                    .setParameter("object", fact.objectId()).setParameter("charge", fact.charge())
                    .setParameter("payment", fact.paymentIntent()).setParameter("sale", fact.saleKey())
                    .setParameter("amount", fact.amount()).setParameter("status", fact.status())
                    .setParameter("rank", fact.rank()).setParameter("toldAt", column(event.occurredAt()))
                    .executeUpdate();
        }
    }

    /** @return the names under which somebody told of the same payment */
    public List<String> otherNames(StripeEvent event, String paymentIntent, String charge) {
        List<?> names = database.createNativeQuery("select distinct coalesce(case when charge_id = :charge"
                        + " then payment_intent_id else charge_id end, '') from stripe_refund"
                        + " where connection_id = :connection and charge_id is not null"
                        + " and payment_intent_id is not null and (charge_id = :charge or payment_intent_id = :payment)")
                .setParameter("charge", charge).setParameter("connection", event.connectionId())
                .setParameter("payment", paymentIntent).getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    /** @return what was told about a sale and about the payments that paid for it, also by their other names */
    public List<ReturnedMoney> about(StripeEvent event, String saleKey, Collection<RefundPolicy.Paid> payments) {
        Set<String> ids = payments.stream().map(RefundPolicy.Paid::paymentId).collect(Collectors.toSet());
        List<ReturnedMoney> told = read(event, saleKey, ids);
        Set<String> others = told.stream().flatMap(fact -> Stream.of(fact.charge(), fact.paymentIntent()))
                .filter(Objects::nonNull).filter(id -> !ids.contains(id)).collect(Collectors.toSet());
        if (others.isEmpty()) {
            return told;
        }
        others.addAll(ids);
        return read(event, saleKey, others);
    }

    private List<ReturnedMoney> read(StripeEvent event, String saleKey, Set<String> paymentIds) {
        Collection<String> ids = paymentIds.isEmpty() ? Set.of("") : paymentIds;
        List<?> rows = database.createNativeQuery("select kind, object_id, charge_id, payment_intent_id, sale_key,"
                        + " amount, status from stripe_refund where connection_id = :connection"
                        + " and (charge_id in (:ids) or payment_intent_id in (:ids) or sale_key = :sale)")
                .setParameter("connection", event.connectionId()).setParameter("ids", ids)
                .setParameter("sale", saleKey).unwrap(NativeQuery.class)
                .addScalar("kind", String.class).addScalar("object_id", String.class)
                .addScalar("charge_id", String.class).addScalar("payment_intent_id", String.class)
                .addScalar("sale_key", String.class).addScalar("amount", Long.class)
                .addScalar("status", String.class).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new ReturnedMoney(
                ReturnedMoney.Kind.of((String) row[0]), (String) row[1], (String) row[2], (String) row[3],
                (String) row[4], (Long) row[5], (String) row[6])).toList();
    }
}
