package org.conversions.report.customer;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.Word;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.RowId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Columns;

/** Reads what partners earned by a customer or by one sale, entry by entry, and what was paid of it: in two statements. */
@Stateless
public class Earnings {

    private static final String PAID = "paid";
    /** Without those that were credited for a while only, because not all was known yet, and without holds. */
    private static final String ENTRIES = "select c.id, c.partnerId, c.saleId, c.type, c.status, e.kind, e.earnings, c.currency,"
            + " e.occurredAt from Commission c join CommissionEntry e on e.commissionId = c.id where c.workspaceId = :workspace"
            + " and (c.earned <> 0 or c.manualStatus is not null or c.paidAt is not null) and e.earnings <> 0 and ";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the newest first, at most {@link CustomerActivity#EVENTS_MAX} of each kind */
    public List<Earning> ofCustomer(WorkspaceId workspaceId, CustomerId customerId) {
        return of(workspaceId, "c.customerId = :subject", customerId);
    }

    /** @return the newest first, at most {@link CustomerActivity#EVENTS_MAX} of each kind */
    public List<Earning> ofSale(WorkspaceId workspaceId, SaleId saleId) {
        return of(workspaceId, "c.commissionKey = :subject", saleId.value());
    }

    private List<Earning> of(WorkspaceId workspaceId, String condition, Object subject) {
        List<Earning> earnings = new ArrayList<>(database.createQuery(ENTRIES + condition
                        + " order by e.occurredAt desc, e.id desc", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("subject", subject)
                .setMaxResults(CustomerActivity.EVENTS_MAX).getResultStream().map(Earnings::entry).toList());
        Map<String, Earning> commissions = new LinkedHashMap<>();
        earnings.forEach(earning -> commissions.putIfAbsent(earning.commissionId(), earning));
        if (!commissions.isEmpty()) {
            earnings.addAll(paid(workspaceId, commissions));
        }
        return earnings.stream().sorted(Comparator.comparing(Earning::at).reversed()).toList();
    }

    private List<Earning> paid(WorkspaceId workspaceId, Map<String, Earning> commissions) {
        List<?> rows = database.createNativeQuery("select t.commission_id, t.earnings, p.paid_at from payout_part t"
                        + " join payout p on p.id = t.payout_id where p.workspace_id = :workspace and t.earnings <> 0 and p.status = 'completed'"
                        + " and t.commission_id in (:commissions) order by p.id desc")
                .setParameter("workspace", workspaceId).setParameter("commissions", List.copyOf(commissions.keySet()))
                .setMaxResults(CustomerActivity.EVENTS_MAX).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> {
            Earning of = commissions.get((String) row[0]);
            return new Earning(of.commissionId(), of.partnerId(), of.saleId(), of.type(), of.status(), PAID,
                    Columns.number(row[1]), of.currency(), Columns.time(row[2]));
        }).toList();
    }

    private static Earning entry(Object[] row) {
        return new Earning((String) row[0], (PartnerId) row[1], RowId.text((SaleId) row[2]), (String) row[3],
                ((Word) row[4]).text(), ((Word) row[5]).text(), (Long) row[6], (String) row[7], (Instant) row[8]);
    }
}
