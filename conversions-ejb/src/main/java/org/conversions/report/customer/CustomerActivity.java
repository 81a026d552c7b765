package org.conversions.report.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.Customers;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;

/** Reads the history of a customer: the clicks, the leads, and every entry of every sale. */
@Stateless
public class CustomerActivity {

    /** Bounds the entries of a history. */
    public static final int EVENTS_MAX = 200;

    /** The order of entries that happened at the same time. */
    private static final List<String> KINDS = List.of("click", "lead", "sale", "correction");
    /** Orders by whole seconds, which are Stripe's times: within one, a cause comes before its effects. */
    private static final Comparator<CustomerEvent> IN_ORDER = Comparator
            .comparing((CustomerEvent event) -> event.timestamp().truncatedTo(ChronoUnit.SECONDS))
            .thenComparing(CustomerActivity::rank).thenComparing(CustomerEvent::timestamp);

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Customers customers;

    /** @return the newest first */
    public List<CustomerEvent> of(WorkspaceId workspaceId, CustomerId customerId) {
        return Stream.of(clicks(customerId), leads(workspaceId, customerId), sales(workspaceId, customerId))
                .flatMap(events -> events)
                .sorted(IN_ORDER.reversed())
                .limit(EVENTS_MAX).toList();
    }

    private Stream<CustomerEvent> clicks(CustomerId customerId) {
        List<CustomerClick> clicks = customers.clicksOf(customerId);
        return clicks.subList(Math.max(0, clicks.size() - EVENTS_MAX), clicks.size()).stream()
                .map(click -> new CustomerEvent("click", click.clickedAt(), null, click.clickId().value(), click.linkId().value(),
                        null, null, null, null, null, null));
    }

    private Stream<CustomerEvent> leads(WorkspaceId workspaceId, CustomerId customerId) {
        return database.createQuery("select l.occurredAt, l.eventName, l.clickId, l.linkId from Lead l"
                        + " where l.workspaceId = :workspace and l.customerId = :customer"
                        + " order by l.occurredAt desc, l.id desc", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("customer", customerId)
                .setMaxResults(EVENTS_MAX).getResultList().stream()
                .map(row -> new CustomerEvent("lead", (Instant) row[0], (String) row[1], ((ClickId) row[2]).value(),
                        ((LinkId) row[3]).value(), null, null, null, null, null, null));
    }

    private Stream<CustomerEvent> sales(WorkspaceId workspaceId, CustomerId customerId) {
        return database.createQuery("select e.kind, e.occurredAt, s.eventName, s.clickId, s.linkId, s.id, s.invoiceId,"
                        + " e.amount, s.currency, e.sourceId, s.attribution from Sale s join SaleEntry e on e.saleId = s.id"
                        + " where s.workspaceId = :workspace and s.customerId = :customer"
                        + " order by e.occurredAt desc, e.id desc", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("customer", customerId)
                .setMaxResults(EVENTS_MAX).getResultList().stream()
                .map(row -> new CustomerEvent(((Word) row[0]).text(), (Instant) row[1], (String) row[2], ((ClickId) row[3]).value(),
                        ((LinkId) row[4]).value(), (String) row[5], (String) row[6], (Long) row[7], (String) row[8], (String) row[9],
                        (String) row[10]));
    }

    private static int rank(CustomerEvent event) {
        int kind = KINDS.indexOf(event.event());
        return kind < 0 ? KINDS.size() : kind;
    }
}
