package org.conversions.sale;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.money.Share;
import org.conversions.platform.Page;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.sale.entry.SaleEntryView;
import org.conversions.workspace.Mode;

/** Lists sales with what is left of them. */
@Stateless
public class SaleList {

    /** The money that went back of a sale by its entries. @param amount 0 or negative */
    private record Returned(long amount, int refunds) {
        static final Returned NOTHING = new Returned(0, 0);
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private SaleRows rows;

    /** @return by the time they were recorded, which is also the order of their ids */
    public List<SaleDetails> list(SaleFilter filter, boolean ascending, Page page) {
        Cursor cursor = Cursor.of(page, ascending);
        Conditions conditions = new Conditions("s.workspace_id = :workspace", filter.workspaceId())
                .and("s.mode = :mode", "mode", filter.mode().text())
                .and("s.customer_id = :customer", "customer", filter.customerId())
                .and("s.link_id = :link", "link", filter.linkId())
                .and("s.invoice_id = :invoice", "invoice", filter.invoiceId())
                .and("coalesce(s.shown_currency, s.original_currency) = :currency", "currency", filter.currency())
                .and("s.disputed = :disputed", "disputed", filter.disputed())
                .and("s.paid_at >= :since", "since", column(filter.start()))
                .and("s.paid_at < :until", "until", column(filter.end()));
        if (filter.refunded() != null) {
            conditions.and(filter.refunded() ? "s.taken_back <> :none" : "s.taken_back = :none", "none",
                    Share.NONE.toString());
        }
        conditions.and("s.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        List<?> found = conditions.bind(database.createNativeQuery("select s.id from sale s" + conditions.text()
                        + " order by " + order(cursor, filter), String.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        List<String> ids = cursor.inOrder(found.stream().map(String.class::cast).toList());
        Map<String, SaleDetails> details = details(filter.workspaceId(), ids);
        return ids.stream().map(details::get).toList();
    }

    /** @return the order by id, as the index has it that finds the fewest; the sales of a customer are few, and sorted */
    private static String order(Cursor cursor, SaleFilter filter) {
        if (filter.invoiceId() != null) {
            return cursor.order("s.invoice_id", "s.id");
        }
        if (filter.customerId() != null) {
            return cursor.order("s.customer_id", "s.id");
        }
        return filter.linkId() != null ? cursor.order("s.link_id", "s.id") : cursor.order("s.workspace_id", "s.mode", "s.id");
    }

    /** @return the sales with these ids; ids of other workspaces are left out */
    public List<SaleDetails> ofIds(WorkspaceId workspaceId, Collection<String> ids) {
        return List.copyOf(details(workspaceId, ids).values());
    }

    /**
     * @param by the mode of the key that asks; where two modes have a sale of that invoice, its own is meant
     * @param id of the sale, or its invoice, checkout session or payment intent
     * @return with its entries
     */
    public Optional<SaleDetails> find(WorkspaceId workspaceId, Mode by, String id) {
        return idOf(workspaceId, by, id).map(sale -> details(workspaceId, List.of(sale)).get(sale))
                .map(found -> details(rows.get(workspaceId, found.sale().id().value()), new Returned(found.returned(), found.refunds()),
                        rows.entries(found.sale().id().value())));
    }

    /** @return the id of the sale that is named like this, see {@link #find} */
    public Optional<String> idOf(WorkspaceId workspaceId, Mode by, String name) {
        return Optional.ofNullable(database.find(Sale.class, name))
                .filter(sale -> sale.workspaceId.equals(workspaceId) && by.reaches(sale.mode)).map(sale -> sale.id)
                .or(() -> byKey(workspaceId, by, name));
    }

    private Optional<String> byKey(WorkspaceId workspaceId, Mode by, String saleKey) {
        return database.createQuery("select s.id from Sale s where s.workspaceId = :workspace and s.mode in :modes"
                        + " and s.saleKey = :key order by case when s.mode = :own then 0 else 1 end, s.mode", String.class)
                .setParameter("workspace", workspaceId).setParameter("modes", by.reachedModes())
                .setParameter("own", by).setParameter("key", saleKey)
                .setMaxResults(1).getResultStream().findFirst();
    }

    private Map<String, SaleDetails> details(WorkspaceId workspaceId, Collection<String> ids) {
        Map<String, SaleDetails> details = new HashMap<>();
        if (ids.isEmpty()) {
            return details;
        }
        Map<String, Returned> returned = new HashMap<>();
        database.createQuery("select e.saleId, sum(case when e.kind in :sold then 0 else e.amount end),"
                        + " sum(e.refunds) from SaleEntry e where e.workspaceId = :workspace and e.saleId in :ids"
                        + " group by e.saleId", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("ids", ids)
                .setParameter("sold", EnumSet.of(SaleEntryView.Kind.SALE, SaleEntryView.Kind.CORRECTION)).getResultStream()
                .forEach(row -> returned.put((String) row[0],
                        new Returned(((Number) row[1]).longValue(), ((Number) row[2]).intValue())));
        database.createQuery("select s from Sale s where s.workspaceId = :workspace and s.id in :ids", Sale.class)
                .setParameter("workspace", workspaceId).setParameter("ids", ids).getResultStream()
                .forEach(sale -> details.put(sale.id,
                        details(sale, returned.getOrDefault(sale.id, Returned.NOTHING), null)));
        return details;
    }

    private static SaleDetails details(Sale sale, Returned returned, List<SaleEntryView> entries) {
        SalePrice price = sale.price;
        return new SaleDetails(sale.view(), sale.eventName, sale.paymentProcessor, returned.amount(), returned.refunds(),
                new SaleDetails.Price(sale.original(), price.counted(), price.exchangeRate, price.rateAsOf, price.rateSource,
                        price.staleRateDay != null),
                sale.attribution, sale.recordedAt, entries);
    }
}
