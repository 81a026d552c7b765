package org.conversions.statistics;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conversions.click.Click;
import org.conversions.click.Clicks;
import org.conversions.platform.Json;
import org.conversions.platform.UtcTime;
import org.hibernate.query.NativeQuery;

/** The feed of clicks, leads and sales, one kind at a time, by the time they happened. */
@Stateless
public class EventFeed {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clicks clicks;

    public List<FeedEvent> clicks(FeedQuery query) {
        return clicks.page(query.workspaceId(), query.linkId(), false, query.start(), query.end(), query.page(),
                        query.limit(), query.oldestFirst()).stream()
                .map(click -> new FeedEvent(click.id(), click.clickedAt(), "Click", click.linkId(), click, null, null,
                        null, null, null, null, null))
                .toList();
    }

    public List<FeedEvent> leads(FeedQuery query) {
        List<Object[]> rows = rows(query, "select e.id as id, e.occurred_at as at_time, e.event_name as name,"
                + " e.link_id as link_id, e.click_id as click_id, e.customer_id as customer_id, e.metadata as metadata"
                + " from conversion_lead e", "e.occurred_at", List.of("metadata"), List.of());
        return with(query, rows, row -> new FeedEvent(text(row[0]), at(row[1]), text(row[2]), text(row[3]), null,
                text(row[5]), null, null, null, null, null, Json.read(text(row[6]))));
    }

    public List<FeedEvent> sales(FeedQuery query) {
        List<Object[]> rows = rows(query, "select e.id as id, e.paid_at as at_time, e.event_name as name,"
                + " e.link_id as link_id, e.click_id as click_id, e.customer_id as customer_id,"
                + " e.metadata as metadata, e.currency as currency, e.invoice_id as invoice_id,"
                + " e.payment_processor as payment_processor, e.amount as amount,"
                + " (select coalesce(-sum(t.amount), 0) from sale_entry t where t.sale_id = e.id"
                + " and t.kind not in ('sale', 'correction'))"
                + " as refunded from sale e", "e.paid_at",
                List.of("metadata", "currency", "invoice_id", "payment_processor"), List.of("amount", "refunded"));
        return with(query, rows, row -> new FeedEvent(text(row[0]), at(row[1]), text(row[2]), text(row[3]), null,
                text(row[5]), (Long) row[10], (Long) row[11], text(row[7]), text(row[8]), text(row[9]),
                Json.read(text(row[6]))));
    }

    private List<Object[]> rows(FeedQuery query, String select, String time, List<String> texts, List<String> numbers) {
        String direction = query.oldestFirst() ? " asc" : " desc";
        NativeQuery<?> rows = database.createNativeQuery(select
                        + " where e.workspace_id = :workspace and e.mode = :mode"
                        + " and " + time + " >= :start and " + time + " < :end"
                        + (query.linkId() == null ? "" : " and e.link_id = :link")
                        + (query.customerId() == null ? "" : " and e.customer_id = :customer")
                        + " order by " + time + direction + ", e.id" + direction).unwrap(NativeQuery.class);
        rows.setParameter("workspace", query.workspaceId()).setParameter("mode", query.mode().text())
                .setParameter("start", column(query.start())).setParameter("end", column(query.end()));
        if (query.linkId() != null) {
            rows.setParameter("link", query.linkId());
        }
        if (query.customerId() != null) {
            rows.setParameter("customer", query.customerId());
        }
        rows.addScalar("id", String.class).addScalar("at_time", LocalDateTime.class).addScalar("name", String.class)
                .addScalar("link_id", String.class).addScalar("click_id", String.class)
                .addScalar("customer_id", String.class);
        texts.forEach(column -> rows.addScalar(column, String.class));
        numbers.forEach(column -> rows.addScalar(column, Long.class));
        return rows.setFirstResult((query.page() - 1) * query.limit()).setMaxResults(query.limit()).getResultList()
                .stream().map(Object[].class::cast).toList();
    }

    /** The clicks of a page in one query. */
    private List<FeedEvent> with(FeedQuery query, List<Object[]> rows, Function<Object[], FeedEvent> event) {
        Map<String, Click> known = clicks.byIds(query.workspaceId(),
                rows.stream().map(row -> text(row[4])).distinct().toList());
        return rows.stream().map(row -> {
            FeedEvent made = event.apply(row);
            return new FeedEvent(made.id(), made.at(), made.name(), made.linkId(), known.get(text(row[4])),
                    made.customerId(), made.amount(), made.refunded(), made.currency(), made.invoiceId(),
                    made.paymentProcessor(), made.metadata());
        }).toList();
    }

    private static String text(Object column) {
        return (String) column;
    }

    private static Instant at(Object column) {
        return UtcTime.instant((LocalDateTime) column);
    }
}
