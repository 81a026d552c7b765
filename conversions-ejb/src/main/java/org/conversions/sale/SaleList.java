package org.conversions.sale;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.platform.Page;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Lists sales with what is left of them. */
@Stateless
public class SaleList {

    private record Returned(long amount, int refunds) {
        static final Returned NOTHING = new Returned(0, 0);
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return by the time they were recorded, which is also the order of their ids */
    public List<SaleDetails> list(SaleFilter filter, boolean ascending, Page page) {
        boolean backwards = page.startingAfter() == null && page.endingBefore() != null;
        boolean up = ascending != backwards;
        StringBuilder sql = new StringBuilder("select s.id from sale s where s.workspace_id = :workspace"
                + " and s.mode = :mode");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("workspace", filter.workspaceId());
        parameters.put("mode", filter.mode().text());
        condition(sql, parameters, "s.customer_id = :", "customer", filter.customerId());
        condition(sql, parameters, "s.link_id = :", "link", filter.linkId());
        condition(sql, parameters, "s.invoice_id = :", "invoice", filter.invoiceId());
        condition(sql, parameters, "coalesce(s.shown_currency, s.original_currency) = :", "currency", filter.currency());
        condition(sql, parameters, "s.disputed = :", "disputed", filter.disputed());
        condition(sql, parameters, "s.paid_at >= :", "since", column(filter.start()));
        condition(sql, parameters, "s.paid_at < :", "until", column(filter.end()));
        if (filter.refunded() != null) {
            sql.append(filter.refunded() ? " and s.taken_back <> '0/1'" : " and s.taken_back = '0/1'");
        }
        condition(sql, parameters, "s.id " + (up ? ">" : "<") + " :", "cursor",
                backwards ? page.endingBefore() : page.startingAfter());
        NativeQuery<?> query = database.createNativeQuery(sql.append(" order by s.id").append(up ? " asc" : " desc")
                .toString()).unwrap(NativeQuery.class);
        parameters.forEach(query::setParameter);
        List<String> ids = new ArrayList<>(query.setFirstResult(page.offset()).setMaxResults(page.size())
                .getResultList().stream().map(String.class::cast).toList());
        if (backwards) {
            Collections.reverse(ids);
        }
        Map<String, SaleDetails> found = details(filter.workspaceId(), ids);
        return ids.stream().map(found::get).toList();
    }

    /**
     * @param by the mode of the key that asks; where two modes have a sale of that invoice, its own is meant
     * @param id of the sale, or its invoice, checkout session or payment intent
     * @return with its entries
     */
    public Optional<SaleDetails> find(String workspaceId, Mode by, String id) {
        Optional<String> found = idOf(workspaceId, by, id);
        return found.map(sale -> details(workspaceId, List.of(sale)).get(sale)).map(sale ->
                details(row(sale.id()), new Returned(sale.refunded(), sale.refunds()), entries(sale.id())));
    }

    /** @return the id of the sale that is named like this, see {@link #find} */
    public Optional<String> idOf(String workspaceId, Mode by, String name) {
        return Optional.ofNullable(database.find(Sale.class, name))
                .filter(sale -> sale.workspaceId.equals(workspaceId) && by.reaches(Mode.of(sale.mode))).map(sale -> sale.id)
                .or(() -> byKey(workspaceId, by, name));
    }

    private Optional<String> byKey(String workspaceId, Mode by, String saleKey) {
        return database.createQuery("select s.id from Sale s where s.workspaceId = :workspace and s.mode in :modes"
                        + " and s.saleKey = :key order by case when s.mode = :own then 0 else 1 end, s.mode", String.class)
                .setParameter("workspace", workspaceId).setParameter("modes", by.reached())
                .setParameter("own", by.text()).setParameter("key", saleKey)
                .setMaxResults(1).getResultStream().findFirst();
    }

    private Sale row(String id) {
        return database.find(Sale.class, id);
    }

    private List<SaleEntryView> entries(String saleId) {
        return database.createQuery("select e from SaleEntry e where e.saleId = :sale order by e.occurredAt, e.id",
                        SaleEntry.class)
                .setParameter("sale", saleId).getResultStream().map(SaleEntry::view).toList();
    }

    private Map<String, SaleDetails> details(String workspaceId, Collection<String> ids) {
        Map<String, SaleDetails> details = new HashMap<>();
        if (ids.isEmpty()) {
            return details;
        }
        Map<String, Returned> returned = new HashMap<>();
        database.createQuery("select e.saleId, sum(case when e.kind in ('sale', 'correction') then 0 else -e.amount end),"
                        + " sum(e.refunds) from SaleEntry e where e.workspaceId = :workspace and e.saleId in :ids"
                        + " group by e.saleId", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("ids", ids).getResultStream()
                .forEach(row -> returned.put((String) row[0],
                        new Returned(((Number) row[1]).longValue(), ((Number) row[2]).intValue())));
        database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.id in :ids", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("ids", ids).getResultStream()
                .forEach(sale -> details.put(sale.id,
                        details(sale, returned.getOrDefault(sale.id, Returned.NOTHING), null)));
        return details;
    }

    private static SaleDetails details(Sale sale, Returned returned, List<SaleEntryView> entries) {
        return new SaleDetails(sale.id, sale.eventName, sale.kind, sale.paymentProcessor, sale.invoiceId, sale.saleKey,
                sale.amount, returned.amount(), returned.refunds(), sale.currency, sale.original(),
                sale.counted(), sale.exchangeRate, sale.rateAsOf, sale.rateSource, sale.staleRateDay != null,
                sale.disputed, sale.customerId, sale.linkId, sale.clickId, sale.attribution, sale.paidAt, sale.recordedAt, entries);
    }

    private static void condition(StringBuilder sql, Map<String, Object> parameters, String comparison, String name,
                                  Object value) {
        if (value != null) {
            sql.append(" and ").append(comparison).append(name);
            parameters.put(name, value);
        }
    }
}
