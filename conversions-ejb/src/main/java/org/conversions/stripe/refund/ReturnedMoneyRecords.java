package org.conversions.stripe.refund;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Word;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.object.ReturnedMoney;
import org.conversions.stripe.payment.PaidSale;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Stores all reports about money that went back, whether or not its sale is known yet. */
@Stateless
public class ReturnedMoneyRecords {

    /** A query for each index: an "or" over the three would read everything that was ever reported. */
    private static final String READ = "select kind, object_id, charge_id, payment_intent_id, sale_key, amount, status"
            + " from stripe_refund where workspace_id = :workspace and mode = :mode";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** Keeps the newest status of each. Reported again, or late, it changes nothing. */
    public void keep(StripeEvent event, Collection<ReturnedMoney> reports) {
        for (ReturnedMoney fact : reports) {
            if (!keepNew(event, fact)) {
                keepNewer(event, fact);
            }
        }
    }

    private boolean keepNew(StripeEvent event, ReturnedMoney fact) {
        return query(event, "insert ignore into stripe_refund (workspace_id, mode, kind, object_id,"
                        + " charge_id, payment_intent_id, sale_key, amount, status, status_rank, reported_at) values"
                        + " (:workspace, :mode, :kind, :object, :charge, :payment, :sale, :amount, :status, :rank, :reportedAt)")
                .setParameter("kind", fact.kind().text())
                .setParameter("object", fact.objectId()).setParameter("charge", fact.charge())
                .setParameter("payment", fact.paymentIntent()).setParameter("sale", fact.saleKey())
                .setParameter("amount", fact.amount()).setParameter("status", fact.status())
                .setParameter("rank", fact.rank()).setParameter("reportedAt", column(event.occurredAt()))
                .executeUpdate() > 0;
    }

    private void keepNewer(StripeEvent event, ReturnedMoney fact) {
        query(event, "update stripe_refund set status = :status, status_rank = :rank, reported_at = :reportedAt,"
                        + " charge_id = coalesce(charge_id, :charge),"
                        + " payment_intent_id = coalesce(payment_intent_id, :payment)"
                        + " where workspace_id = :workspace and mode = :mode and kind = :kind and object_id = :object"
                        + " and (reported_at < :reportedAt or reported_at = :reportedAt and status_rank < :rank)")
                .setParameter("status", fact.status()).setParameter("rank", fact.rank())
                .setParameter("reportedAt", column(event.occurredAt())).setParameter("charge", fact.charge())
                .setParameter("payment", fact.paymentIntent())
                .setParameter("kind", fact.kind().text()).setParameter("object", fact.objectId()).executeUpdate();
    }

    /** @return the names under which the same payment was reported */
    public List<String> otherNames(StripeEvent event, String paymentIntent, String charge) {
        List<?> names = query(event, "select payment_intent_id from stripe_refund"
                        + " where workspace_id = :workspace and mode = :mode and charge_id = :charge and payment_intent_id is not null"
                        + " union select charge_id from stripe_refund where workspace_id = :workspace and mode = :mode"
                        + " and payment_intent_id = :payment and charge_id is not null")
                .setParameter("charge", charge)
                .setParameter("payment", paymentIntent).getResultList();
        return names.stream().map(String.class::cast).toList();
    }

    /**
     * @param names of payments, as far as they are known already
     * @return the reports about a sale and about the payments that paid for it, also by their other names
     */
    public List<ReturnedMoney> about(StripeEvent event, String saleKey, Collection<PaidSale> payments, Collection<String> names) {
        Set<String> ids = payments.stream().map(PaidSale::paymentId).collect(Collectors.toSet());
        ids.addAll(names);
        List<ReturnedMoney> reports = read(event, saleKey, ids);
        Set<String> others = reports.stream().flatMap(fact -> Stream.of(fact.charge(), fact.paymentIntent()))
                .filter(Objects::nonNull).filter(id -> !ids.contains(id)).collect(Collectors.toSet());
        if (others.isEmpty()) {
            return reports;
        }
        others.addAll(ids);
        return read(event, saleKey, others);
    }

    /** @return what Stripe calls the refunds, disputes and inquiries about a sale and about the payments that paid for it */
    public Set<String> names(WorkspaceId workspaceId, Mode mode, String saleKey, Collection<String> paymentIds) {
        return read(workspaceId, mode, saleKey, Set.copyOf(paymentIds)).stream()
                .flatMap(fact -> Stream.of(fact.objectId(), fact.charge(), fact.paymentIntent())).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<ReturnedMoney> read(StripeEvent event, String saleKey, Set<String> paymentIds) {
        return read(event.workspaceId(), event.mode(), saleKey, paymentIds);
    }

    private List<ReturnedMoney> read(WorkspaceId workspaceId, Mode mode, String saleKey, Set<String> paymentIds) {
        Collection<String> ids = paymentIds.isEmpty() ? Set.of("") : paymentIds;
        List<?> rows = query(workspaceId, mode, READ + " and charge_id in (:ids) union " + READ
                        + " and payment_intent_id in (:ids) union " + READ + " and sale_key = :sale")
                .setParameter("ids", ids)
                .setParameter("sale", saleKey).unwrap(NativeQuery.class)
                .addScalar("kind", String.class).addScalar("object_id", String.class)
                .addScalar("charge_id", String.class).addScalar("payment_intent_id", String.class)
                .addScalar("sale_key", String.class).addScalar("amount", Long.class)
                .addScalar("status", String.class).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new ReturnedMoney(
                Word.stored(ReturnedMoney.Kind.class, (String) row[0]), (String) row[1], (String) row[2], (String) row[3],
                (String) row[4], (Long) row[5], (String) row[6])).toList();
    }

    private Query query(StripeEvent event, String sql) {
        return query(event.workspaceId(), event.mode(), sql);
    }

    private Query query(WorkspaceId workspaceId, Mode mode, String sql) {
        return database.createNativeQuery(sql).setParameter("workspace", workspaceId).setParameter("mode", mode.text());
    }
}
