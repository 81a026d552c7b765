package org.conversions.customer;

import static org.conversions.platform.UtcTime.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * Changes of a buyer by the API. Each is a fact with its time, as those of Stripe's events: it stands against all that was
 * reported earlier, in whatever order that comes.
 */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class CustomerChanges {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private CustomerFinder finder;
    @Inject
    private CustomerHistory history;
    @Inject
    private Event<CustomerIdentified> identified;
    @Inject
    private Event<CustomerErased> erased;

    /**
     * Makes a buyer whom no click has brought yet. Only with a click its purchases credit a partner.
     *
     * @param fields the values, checked; the external id among it
     * @throws RequestRefused conflict when the external id or the Stripe customer is another buyer's
     */
    public CustomerView create(WorkspaceId workspaceId, Mode mode, Map<CustomerField, String> fields) {
        Customer customer = new Customer();
        customer.id = new CustomerId(Ids.next("cus", clock));
        customer.workspaceId = workspaceId;
        customer.mode = mode;
        customer.clickless = true;
        customer.createdAt = clock.instant();
        refuseTaken(customer, fields.get(CustomerField.EXTERNAL_ID));
        customer.externalId = fields.get(CustomerField.EXTERNAL_ID);
        database.persist(customer);
        database.flush();
        finder.byExternalId(workspaceId, mode).put(customer.externalId, customer);
        return apply(customer, fields);
    }

    /**
     * Changes what is known of a buyer.
     *
     * @param fields the new values, checked; null clears
     * @throws RequestRefused not found; conflict when the external id or the Stripe customer is another buyer's
     */
    public CustomerView change(WorkspaceId workspaceId, CustomerId customerId, Map<CustomerField, String> fields) {
        return apply(locked(workspaceId, customerId), fields);
    }

    /**
     * Erases the person of a buyer. What was bought until now stays, with all it has earned; what the buyer's Stripe
     * customers do later credits no one, unless a click brings them again.
     *
     * @throws RequestRefused not found
     */
    public void delete(WorkspaceId workspaceId, CustomerId customerId) {
        Customer customer = locked(workspaceId, customerId);
        Set<String> names = Stream.of(customer.externalId, customer.email).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> stripeCustomers = new HashSet<>(database.createQuery("select s.key.stripeCustomerId"
                + " from StripeCustomer s where s.key.workspaceId = :workspace and s.customerId = :customer", String.class)
                .setParameter("workspace", workspaceId)
                .setParameter("customer", customer.id).getResultList());
        if (customer.stripeCustomerId != null) {
            stripeCustomers.add(customer.stripeCustomerId);
        }
        Instant now = clock.instant();
        customer.erase(now);
        erased.fire(new CustomerErased(workspaceId, customer.mode, customer.id, names, stripeCustomers, now));
    }

    private CustomerView apply(Customer customer, Map<CustomerField, String> fields) {
        Instant now = clock.instant();
        String stripeCustomer = null;
        boolean isNew = false;
        if (fields.containsKey(CustomerField.EXTERNAL_ID)) {
            isNew = named(customer, fields.get(CustomerField.EXTERNAL_ID));
        }
        if (fields.containsKey(CustomerField.NAME)) {
            customer.name = fields.get(CustomerField.NAME);
            customer.nameAt = now;
        }
        if (fields.containsKey(CustomerField.EMAIL)) {
            customer.email(fields.get(CustomerField.EMAIL), now);
            isNew |= customer.email != null;
        }
        if (fields.containsKey(CustomerField.AVATAR)) {
            customer.avatar = fields.get(CustomerField.AVATAR);
        }
        if (fields.containsKey(CustomerField.COUNTRY)) {
            customer.country = fields.get(CustomerField.COUNTRY);
            customer.countryAt = now;
        }
        if (fields.containsKey(CustomerField.STRIPE_CUSTOMER_ID)) {
            stripeCustomer = fields.get(CustomerField.STRIPE_CUSTOMER_ID);
            if (stripeCustomer != null) {
                link(customer, stripeCustomer, now);
            } else if (customer.stripeCustomerId != null) {
                unlink(customer, customer.stripeCustomerId);
            }
            customer.stripeCustomerId = stripeCustomer;
            customer.stripeCustomerAt = now;
        }
        database.flush();
        if (isNew || stripeCustomer != null) {
            identified.fire(new CustomerIdentified(customer.workspaceId, customer.mode, customer.id, false,
                    customer.externalId, stripeCustomer, customer.email));
        }
        return customer.view();
    }

    /** @return true when that is new */
    private boolean named(Customer customer, String externalId) {
        boolean isNew = !externalId.equals(customer.externalId);
        if (isNew) {
            refuseTaken(customer, externalId);
        }
        customer.externalId = externalId;
        customer.provisional = false;
        finder.byExternalId(customer.workspaceId, customer.mode).put(externalId, customer);
        return isNew;
    }

    /** Gives a Stripe customer to the buyer. One who was a buyer with a placeholder has been this one all along. */
    private void link(Customer customer, String stripeCustomer, Instant now) {
        List<Customer> others = database.createQuery("select c from Customer c, StripeCustomer s"
                        + " where s.key.workspaceId = :workspace and s.key.mode = :mode"
                        + " and s.key.stripeCustomerId = :stripeCustomer and c.id = s.customerId"
                        + " and c.id <> :customer and c.deletedAt is null", Customer.class)
                .setParameter("stripeCustomer", stripeCustomer).setParameter("workspace", customer.workspaceId)
                .setParameter("mode", customer.mode.text()).setParameter("customer", customer.id).getResultList();
        for (Customer other : others) {
            if (!other.provisional) {
                throw RequestRefused.conflict("stripe_customer_id_taken",
                        "stripeCustomerId: customer " + other.id + " has this one");
            }
            history.merge(other.id, customer);
        }
        database.flush();
        database.createNativeQuery("insert into stripe_customer (workspace_id, mode, stripe_customer_id,"
                        + " customer_id, reported_at) values (:workspace, :mode, :stripeCustomer, :customer, :now)"
                        + " on duplicate key update customer_id = :customer, reported_at = :now")
                .setParameter("workspace", customer.workspaceId).setParameter("mode", customer.mode.text())
                .setParameter("stripeCustomer", stripeCustomer).setParameter("customer", customer.id)
                .setParameter("now", column(now)).executeUpdate();
        finder.stripeCustomers(customer.workspaceId, customer.mode).forget(stripeCustomer);
    }

    private void unlink(Customer customer, String stripeCustomer) {
        database.createNativeQuery("delete from stripe_customer where workspace_id = :workspace and mode = :mode"
                        + " and stripe_customer_id = :stripeCustomer and customer_id = :customer")
                .setParameter("workspace", customer.workspaceId).setParameter("mode", customer.mode.text())
                .setParameter("stripeCustomer", stripeCustomer).setParameter("customer", customer.id)
                .executeUpdate();
        finder.stripeCustomers(customer.workspaceId, customer.mode).forget(stripeCustomer);
    }

    private void refuseTaken(Customer customer, String externalId) {
        Customer other = finder.byExternalId(customer.workspaceId, customer.mode, externalId);
        if (other != null && !other.id.equals(customer.id)) {
            throw RequestRefused.conflict("external_id_taken", "externalId: customer " + other.id + " has this one");
        }
    }

    private Customer locked(WorkspaceId workspaceId, CustomerId customerId) {
        Customer customer = database.createQuery("select c from Customer c where c.workspaceId = :workspace"
                        + " and c.id = :id", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("id", customerId)
                .getResultStream().findFirst().orElseThrow(CustomerChanges::unknown);
        database.refresh(customer, LockModeType.PESSIMISTIC_WRITE);
        if (customer.deletedAt != null || customer.mergedInto != null) {
            throw unknown();
        }
        return customer;
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("customer_not_found", "The customer was not found.");
    }
}
