package org.conversions.customer;

import static org.conversions.platform.UtcTime.column;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.UtcTime;
import org.conversions.workspace.Mode;

/** Finds buyers and keeps what is known of them. */
@Stateless
public class Customers {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<CustomerIdentified> identified;
    @Inject
    private Event<CustomerChurned> churned;

    /**
     * Finds the buyer that an identity means, or makes one if a click brought somebody new, and keeps what the
     * identity adds: a Stripe customer, a click, a name. An identity is never overwritten by a click; a later real
     * external id replaces a stand-in (DESIGN §4).
     *
     * <p>Two callers that make the same buyer at once meet at a unique key: one of the two transactions fails and
     * is to be run again.
     *
     * @return empty when the buyer is not known and no click says where a new one comes from
     */
    public Optional<Identified> identify(Identity identity) {
        Customer customer = find(identity);
        boolean created = customer == null;
        if (created) {
            if (identity.click() == null) {
                return Optional.empty();
            }
            customer = create(identity);
        }
        boolean news = created;
        if (identity.externalId() != null && customer.provisional) {
            customer.externalId = identity.externalId();
            customer.provisional = false;
            news = true;
        }
        if (identity.stripeCustomerId() != null && identity.connectionId() != null) {
            news |= belongsTo(identity.connectionId(), identity.stripeCustomerId(), customer);
        }
        if (identity.name() != null) {
            customer.name = identity.name();
        }
        if (identity.email() != null) {
            customer.email = identity.email();
        }
        if (identity.avatar() != null) {
            customer.avatar = identity.avatar();
        }
        if (customer.country == null) {
            customer.country = identity.country();
        }
        if (identity.click() != null) {
            remember(customer, identity.click());
        }
        if (news) {
            database.flush();
            identified.fire(new CustomerIdentified(customer.workspaceId, identity.mode(), customer.id,
                    customer.externalId, identity.stripeCustomerId()));
        }
        return Optional.of(new Identified(customer.view(), created));
    }

    /** @return the buyer with the merchant's id in one of Stripe's worlds */
    public Optional<CustomerView> byExternalId(String workspaceId, Mode mode, String externalId) {
        return Optional.ofNullable(findByExternalId(workspaceId, mode, externalId)).map(Customer::view);
    }

    /** @return the buyer that a Stripe customer is */
    public Optional<CustomerView> byStripeCustomer(String connectionId, String stripeCustomerId) {
        return Optional.ofNullable(findByStripeCustomer(connectionId, stripeCustomerId)).map(Customer::view);
    }

    public Optional<CustomerView> byId(String workspaceId, String customerId) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.id = :id",
                        Customer.class)
                .setParameter("workspace", workspaceId).setParameter("id", customerId)
                .getResultStream().findFirst().map(Customer::view);
    }

    /** @return the clicks that brought a buyer, the oldest first */
    public List<CustomerClick> clicksOf(String customerId) {
        List<?> rows = database.createNativeQuery(
                        "select click_id, link_id, clicked_at from customer_click where customer_id = :customer"
                                + " order by clicked_at, click_id")
                .setParameter("customer", customerId).unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("click_id", String.class).addScalar("link_id", String.class)
                .addScalar("clicked_at", LocalDateTime.class).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new CustomerClick((String) row[0], (String) row[1], UtcTime.instant((LocalDateTime) row[2])))
                .toList();
    }

    /** Waits for others who change the buyer, reads what they left, and keeps them out until the commit. */
    public void lock(String customerId) {
        database.flush();
        database.refresh(database.find(Customer.class, customerId), LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param at when the last subscription ended, or null when the buyer is no longer, or not yet, lost */
    public void churned(String customerId, Instant at) {
        Customer customer = database.find(Customer.class, customerId);
        if (!Objects.equals(customer.subscriptionCanceledAt, at)) {
            customer.subscriptionCanceledAt = at;
            churned.fire(new CustomerChurned(customerId, at));
        }
    }

    private Customer find(Identity identity) {
        Customer customer = null;
        if (identity.externalId() != null) {
            customer = findByExternalId(identity.workspaceId(), identity.mode(), identity.externalId());
        }
        if (customer == null && identity.stripeCustomerId() != null) {
            Customer known = findByStripeCustomer(identity.connectionId(), identity.stripeCustomerId());
            if (known != null && (identity.externalId() == null || known.provisional)) {
                customer = known;
            }
        }
        if (customer == null && identity.externalId() == null && identity.standIn() != null) {
            customer = findByExternalId(identity.workspaceId(), identity.mode(), identity.standIn());
        }
        return customer;
    }

    private Customer create(Identity identity) {
        Customer customer = new Customer();
        customer.id = Ids.next("cus", clock);
        customer.workspaceId = identity.workspaceId();
        customer.mode = identity.mode().text();
        customer.provisional = identity.externalId() == null;
        customer.externalId = customer.provisional
                ? Objects.requireNonNull(identity.standIn(), "a customer needs an external id or a stand-in")
                : identity.externalId();
        customer.createdAt = clock.instant();
        database.persist(customer);
        return customer;
    }

    private boolean belongsTo(String connectionId, String stripeCustomerId, Customer customer) {
        customer.stripeCustomerId = stripeCustomerId;
        StripeCustomer.Key key = new StripeCustomer.Key(connectionId, stripeCustomerId);
        StripeCustomer known = database.find(StripeCustomer.class, key);
        if (known == null) {
            database.persist(new StripeCustomer(key, customer.id));
            return true;
        }
        boolean moved = !known.customerId.equals(customer.id);
        known.customerId = customer.id;
        return moved;
    }

    private void remember(Customer customer, CustomerClick click) {
        database.flush();
        database.createNativeQuery("insert ignore into customer_click (customer_id, click_id, link_id, clicked_at)"
                        + " values (:customer, :click, :link, :clickedAt)")
                .setParameter("customer", customer.id).setParameter("click", click.clickId())
                .setParameter("link", click.linkId()).setParameter("clickedAt", column(click.clickedAt()))
                .executeUpdate();
    }

    private Customer findByExternalId(String workspaceId, Mode mode, String externalId) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.externalId = :externalId", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("externalId", externalId).getResultStream().findFirst().orElse(null);
    }

    private Customer findByStripeCustomer(String connectionId, String stripeCustomerId) {
        return database.createQuery("select c from Customer c, StripeCustomer s where s.key.connectionId = :connection"
                        + " and s.key.stripeCustomerId = :stripeCustomer and c.id = s.customerId", Customer.class)
                .setParameter("connection", connectionId).setParameter("stripeCustomer", stripeCustomerId)
                .getResultStream().findFirst().orElse(null);
    }
}
