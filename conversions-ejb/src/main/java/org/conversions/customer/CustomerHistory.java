package org.conversions.customer;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.UtcTime;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.query.NativeQuery;

/** Keeps the clicks that brought a buyer, and moves them when two buyers turn out to be one. */
@ApplicationScoped
class CustomerHistory {

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    TransactionMemory memory;
    @Inject
    Event<ClicksRead> clicksRead;
    @Inject
    Event<CustomersMerged> merged;

    /** The clicks that the transaction knows by their buyers, of each the oldest first. */
    private KnownRows<CustomerId, List<CustomerClick>> known() {
        return memory.of(NamedClick.class);
    }

    /** Says that the clicks of buyers may be asked for soon. */
    void announce(Collection<CustomerId> customerIds) {
        known().announce(customerIds);
    }

    /** Knows that a buyer who was just made has no clicks yet. */
    void begin(CustomerId customerId) {
        known().put(customerId, List.of());
    }

    /** Has the clicks of a buyer read again: others may have added some before the buyer was locked. */
    void forget(CustomerId customerId) {
        known().forget(customerId);
    }

    /** @return the clicks that brought a buyer, the oldest first */
    List<CustomerClick> clicksOf(CustomerId customerId) {
        List<CustomerClick> clicks = known().get(customerId, this::read);
        return clicks == null ? List.of() : clicks;
    }

    private Map<CustomerId, List<CustomerClick>> read(List<CustomerId> customerIds) {
        List<?> rows = database.createNativeQuery("select customer_id, click_id, link_id, clicked_at, named_at, named_by,"
                        + " discount_code_id from customer_click where customer_id in (:customers) order by clicked_at, click_id")
                .setParameter("customers", customerIds).unwrap(NativeQuery.class)
                .addScalar("customer_id", CustomerId.class)
                .addScalar("click_id", ClickId.class).addScalar("link_id", LinkId.class)
                .addScalar("clicked_at", LocalDateTime.class).addScalar("named_at", LocalDateTime.class)
                .addScalar("named_by", String.class).addScalar("discount_code_id", String.class).addSynchronizedEntityClass(NamedClick.class).getResultList();
        Map<CustomerId, List<CustomerClick>> clicks = new HashMap<>();
        Map<WorkspaceId, Set<LinkId>> links = new HashMap<>();
        Map<WorkspaceId, Set<CustomerId>> customers = new HashMap<>();
        for (Object[] row : rows.stream().map(Object[].class::cast).toList()) {
            if (customerIds.size() > 1) {
                WorkspaceId workspaceId = database.find(Customer.class, row[0]).workspaceId;
                links.computeIfAbsent(workspaceId, workspace -> new HashSet<>()).add((LinkId) row[2]);
                customers.computeIfAbsent(workspaceId, workspace -> new HashSet<>()).add((CustomerId) row[0]);
            }
            clicks.computeIfAbsent((CustomerId) row[0], customer -> new ArrayList<>()).add(new CustomerClick(
                    (ClickId) row[1], (LinkId) row[2], UtcTime.instant((LocalDateTime) row[3]),
                    UtcTime.instant((LocalDateTime) row[4]), Word.stored(NamedBy.class, (String) row[5]), (String) row[6]));
        }
        links.forEach((workspace, ofWorkspace) -> clicksRead.fire(new ClicksRead(workspace, customers.get(workspace), ofWorkspace)));
        return clicks;
    }

    /** @return true when the click is new to the buyer, or was named earlier than was known */
    boolean remember(Customer customer, CustomerClick named) {
        CustomerClick click = named.asStored();
        customer.clickless = false;
        Optional<CustomerClick> before = clicksOf(customer.id).stream()
                .filter(known -> known.clickId().equals(click.clickId())).findFirst();
        if (before.isEmpty()) {
            database.persist(NamedClick.of(customer.id, click));
            List<CustomerClick> clicks = new ArrayList<>(clicksOf(customer.id));
            clicks.add(click);
            clicks.sort(CustomerClick.BY_TIME);
            known().put(customer.id, clicks);
            return true;
        }
        return click.isBetterThan(before.get()) && better(customer, click);
    }

    /**
     * Keeps the better report of a click, unless another transaction has kept one that is better still. A discount code stands for a
     * click of the first time that it was used.
     */
    private boolean better(Customer customer, CustomerClick click) {
        forget(customer.id);
        return database.createNativeQuery("update customer_click set clicked_at = least(clicked_at, :clickedAt), named_at = :namedAt, named_by = :by"
                        + " where customer_id = :customer and click_id = :click"
                        + " and (named_by = 'page' and :by <> 'page'"
                        + " or named_at > :namedAt or named_at = :namedAt and named_by > :by)")
                .setParameter("clickedAt", column(click.clickedAt())).setParameter("namedAt", column(click.namedAt())).setParameter("by", click.namedBy().text())
                .setParameter("customer", customer.id).setParameter("click", click.clickId())
                .executeUpdate() > 0;
    }

    /** Gives all that the buyer with the placeholder has to the real one; the empty row stays, so that its id is understood. */
    void merge(CustomerId fromId, Customer into) {
        database.flush();
        Customer from = database.find(Customer.class, fromId);
        database.refresh(from, LockModeType.PESSIMISTIC_WRITE);
        into.learn(from);
        from.mergedInto = into.id;
        from.externalId = "merged:" + from.id;
        from.forget();
        database.flush();
        database.createQuery("select s from StripeCustomer s where s.key.workspaceId = :workspace"
                        + " and s.customerId = :from", StripeCustomer.class)
                .setParameter("workspace", into.workspaceId).setParameter("from", fromId)
                .getResultList().forEach(atStripe -> atStripe.customerId = into.id);
        forget(fromId);
        forget(into.id);
        boolean clickless = into.clickless;
        List<CustomerClick> clicks = clicksOf(fromId);
        clicks.forEach(click -> remember(into, click));
        database.createNativeQuery("delete from customer_click where customer_id = :from")
                .setParameter("from", fromId).executeUpdate();
        known().put(fromId, List.of());
        database.flush();
        merged.fire(new CustomersMerged(fromId, into.view(), clicks.isEmpty() ? null : clicks.get(0).clickedAt(), clickless));
    }
}
