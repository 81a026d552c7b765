package org.conversions.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.money.Money;
import org.conversions.platform.Json;
import org.conversions.platform.UtcTime;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.hibernate.query.NativeQuery;

/** The feed of clicks, leads and sales, one kind at a time, by the time they happened. */
@Stateless
public class EventFeed {

    private static final int FETCH_SIZE = 500;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clicks clicks;
    @Inject
    private LinkClickFeed linkClicks;

    /** @return none when only leads or sales can be what is asked for */
    public List<FeedEvent> clicks(FeedQuery query) {
        if (query.filter().metadata() != null || query.filter().ofSalesOnly()) {
            return List.of();
        }
        List<ClickId> ids = query.filter().links().isEmpty()
                ? rows(query, Facts.CLICKS, List.of("c.id"), List.of()).stream().map(row -> new ClickId(text(row[0]))).toList()
                : linkClicks.ids(query);
        Map<ClickId, Click> known = clicks.byIds(query.filter().workspaceId(), ids);
        return ids.stream().map(known::get).map(click -> new FeedEvent(click.id().value(), click.clickedAt(), "Click", click.linkId(),
                click.id(), click, click.uncounted() == null ? null : click.uncounted().text(), null, null, null)).toList();
    }

    /** @return none when only sales can be what is asked for */
    public List<FeedEvent> leads(FeedQuery query) {
        if (query.filter().ofSalesOnly()) {
            return List.of();
        }
        List<Object[]> rows = rows(query, Facts.LEADS,
                List.of("e.id", "e.link_id", "e.click_id", "e.customer_id", "e.event_name", "e.metadata"), List.of());
        Map<ClickId, Click> known = clicksOf(query, rows);
        return rows.stream().map(row -> new FeedEvent(text(row[0]), at(row[6]), text(row[4]), new LinkId(text(row[1])), new ClickId(text(row[2])),
                known.get(new ClickId(text(row[2]))), null, new CustomerId(text(row[3])), null, Json.read(text(row[5])))).toList();
    }

    public List<FeedEvent> sales(FeedQuery query) {
        List<Object[]> rows = rows(query, Facts.SALES, List.of("e.id", "e.link_id", "e.click_id", "e.customer_id",
                "e.event_name", "e.metadata", "e.currency", "e.invoice_id", "e.payment_processor",
                "coalesce(e.shown_currency, e.original_currency)"),
                List.of("e.amount", "coalesce(e.shown_amount, e.original_amount)"));
        Map<ClickId, Click> known = clicksOf(query, rows);
        Map<String, Long> refunded = refunded(query, rows.stream().map(row -> text(row[0])).toList());
        return rows.stream().map(row -> new FeedEvent(text(row[0]), at(row[12]), text(row[4]), new LinkId(text(row[1])), new ClickId(text(row[2])),
                known.get(new ClickId(text(row[2]))), null, new CustomerId(text(row[3])),
                new FeedEvent.Sale((Long) row[10], refunded.getOrDefault(text(row[0]), 0L), text(row[6]),
                        new Money((Long) row[11], text(row[9])), text(row[7]), text(row[8])),
                Json.read(text(row[5])))).toList();
    }

    /** @return of each event of the page its texts, its numbers and its time; metadata is the sixth text, if there is one */
    private List<Object[]> rows(FeedQuery query, Facts kind, List<String> texts, List<String> numbers) {
        FactsQuery facts = new FactsQuery(query.filter(), query.uncounted());
        List<String> columns = new ArrayList<>(texts);
        columns.addAll(numbers);
        columns.add(kind.time());
        StringBuilder sql = new StringBuilder("select ");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : ", ").append(columns.get(i)).append(" as v").append(i);
        }
        String direction = query.oldestFirst() ? " asc" : " desc";
        sql.append(facts.from(kind, query.period().span())).append(" order by ")
                .append(order(kind, query.uncounted()).stream().map(column -> column + direction).collect(Collectors.joining(", ")));
        NativeQuery<?> rows = facts.bound(database.createNativeQuery(sql.toString()).unwrap(NativeQuery.class));
        for (int i = 0; i < columns.size(); i++) {
            rows.addScalar("v" + i, i < texts.size() ? String.class : i == columns.size() - 1 ? LocalDateTime.class : Long.class);
        }
        return query.filter().metadata() == null
                ? rows.setFirstResult(query.offset()).setMaxResults(query.limit()).getResultList().stream()
                        .map(Object[].class::cast).toList()
                : asked(query, rows);
    }

    /** Orders by time as the index does, which begins with what is the same for all rows. A click's id begins with its time. */
    private static List<String> order(Facts kind, boolean uncounted) {
        if (kind == Facts.CLICKS) {
            return uncounted ? List.of("c.id") : List.of("c.workspace_id", "c.uncounted", "c.id");
        }
        return List.of("e.workspace_id", "e.mode", kind.time(), "e.id");
    }

    /** Looks into the metadata of one fact after the other until the page is full. */
    private static List<Object[]> asked(FeedQuery query, NativeQuery<?> all) {
        List<Object[]> page = new ArrayList<>();
        int matching = 0;
        int read = 0;
        try (Stream<?> rows = all.setFetchSize(FETCH_SIZE).setMaxResults(Analytics.METADATA_READ_MAX + 1)
                .getResultStream()) {
            for (Iterator<?> each = rows.iterator(); each.hasNext();) {
                Object[] columns = (Object[]) each.next();
                Analytics.refuseMoreThanIsRead(++read);
                if (query.filter().metadata().matches(Json.read(text(columns[5]))) && ++matching > query.offset()) {
                    page.add(columns);
                    if (page.size() == query.limit()) {
                        return page;
                    }
                }
            }
        }
        return page;
    }

    /** The clicks of a page in one query. */
    private Map<ClickId, Click> clicksOf(FeedQuery query, List<Object[]> rows) {
        return clicks.byIds(query.filter().workspaceId(), rows.stream().map(row -> new ClickId(text(row[2]))).distinct().toList());
    }

    /** @return the amount taken back of each sale, by its id; sales without any are left out */
    private Map<String, Long> refunded(FeedQuery query, List<String> saleIds) {
        Map<String, Long> refunded = new HashMap<>();
        if (saleIds.isEmpty()) {
            return refunded;
        }
        database.createNativeQuery("select t.sale_id as sale_id, -sum(t.amount) as refunded from sale_entry t"
                        + " where t.workspace_id = :workspace and t.sale_id in (:sales)"
                        + " and t.kind not in ('sale', 'correction') group by t.sale_id")
                .unwrap(NativeQuery.class).addScalar("sale_id", String.class).addScalar("refunded", Long.class)
                .setParameter("workspace", query.filter().workspaceId()).setParameterList("sales", saleIds)
                .getResultList().forEach(row -> refunded.put(text(((Object[]) row)[0]), (Long) ((Object[]) row)[1]));
        return refunded;
    }

    private static String text(Object column) {
        return (String) column;
    }

    private static Instant at(Object column) {
        return UtcTime.instant((LocalDateTime) column);
    }
}
