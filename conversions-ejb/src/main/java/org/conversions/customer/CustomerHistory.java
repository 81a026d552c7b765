package org.conversions.customer;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.util.List;
import org.conversions.platform.UtcTime;
import org.conversions.platform.Word;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.hibernate.query.NativeQuery;

/** Keeps the clicks that brought a buyer, and moves them when two buyers turn out to be one. */
@ApplicationScoped
class CustomerHistory {

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    Event<CustomersMerged> merged;

    /** @return the clicks that brought a buyer, the oldest first */
    List<CustomerClick> clicksOf(CustomerId customerId) {
        List<?> rows = database.createNativeQuery("select click_id, link_id, clicked_at, named_at, named_by"
                        + " from customer_click where customer_id = :customer order by clicked_at, click_id")
                .setParameter("customer", customerId).unwrap(NativeQuery.class)
                .addScalar("click_id", ClickId.class).addScalar("link_id", LinkId.class)
                .addScalar("clicked_at", LocalDateTime.class).addScalar("named_at", LocalDateTime.class)
                .addScalar("named_by", String.class).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new CustomerClick((ClickId) row[0], (LinkId) row[1], UtcTime.instant((LocalDateTime) row[2]),
                        UtcTime.instant((LocalDateTime) row[3]), Word.stored(NamedBy.class, (String) row[4])))
                .toList();
    }

    /** @return true when the click is new to the buyer, or was named earlier than was known */
    boolean remember(Customer customer, CustomerClick click) {
        customer.clickless = false;
        database.flush();
        int added = database.createNativeQuery("insert ignore into customer_click (customer_id, click_id, link_id,"
                        + " clicked_at, named_at, named_by) values (:customer, :click, :link, :clickedAt, :namedAt, :by)")
                .setParameter("customer", customer.id).setParameter("click", click.clickId())
                .setParameter("link", click.linkId()).setParameter("clickedAt", column(click.clickedAt()))
                .setParameter("namedAt", column(click.namedAt())).setParameter("by", click.namedBy().text())
                .executeUpdate();
        return added > 0 || database.createNativeQuery("update customer_click set named_at = :namedAt, named_by = :by"
                        + " where customer_id = :customer and click_id = :click"
                        + " and (named_by = 'page' and :by <> 'page'"
                        + " or named_at > :namedAt or named_at = :namedAt and named_by > :by)")
                .setParameter("namedAt", column(click.namedAt())).setParameter("by", click.namedBy().text())
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
        database.createNativeQuery("update stripe_customer set customer_id = :into where workspace_id = :workspace"
                        + " and customer_id = :from")
                .setParameter("into", into.id).setParameter("workspace", into.workspaceId)
                .setParameter("from", fromId).executeUpdate();
        boolean clickless = into.clickless;
        clicksOf(fromId).forEach(click -> remember(into, click));
        database.createNativeQuery("delete from customer_click where customer_id = :from")
                .setParameter("from", fromId).executeUpdate();
        merged.fire(new CustomersMerged(fromId, into.view(), clickless));
    }
}
