package org.conversions.customer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Finds buyers and keeps what is known of them. */
@Stateless
public class Customers {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private CustomerFinder finder;
    @Inject
    private CustomerHistory history;
    @Inject
    private Identification identification;
    @Inject
    private Event<CustomerChurned> churned;

    /**
     * Finds the buyer that an identity means, or makes one if a click brought a new one, and keeps what the
     * identity adds: a Stripe customer, a click, a name. An identity is never overwritten by a click; a later real
     * external id replaces a placeholder, and a buyer with a placeholder who turns out to be a known one is merged into
     * that one. Of two values of one field the newest stands, whichever comes last.
     *
     * <p>Two callers that make the same buyer at once meet at a unique key: one of the two transactions fails and
     * is to be run again.
     *
     * <p>A buyer that the merchant has made is known by name only until a click brings it: then it is a new one.
     *
     * @return empty when the buyer is not known, or by name only, and no click says where it comes from
     */
    public Optional<Identified> identify(Identity identity) {
        return identification.identify(identity);
    }

    /** @return the buyer with the merchant's id in a mode */
    public Optional<CustomerView> byExternalId(WorkspaceId workspaceId, Mode mode, String externalId) {
        return Optional.ofNullable(finder.byExternalId(workspaceId, mode, externalId)).map(Customer::view);
    }

    /** @return the buyer that a Stripe customer is, even a deleted one */
    public Optional<CustomerView> byStripeCustomer(WorkspaceId workspaceId, Mode mode, String stripeCustomerId) {
        return Optional.ofNullable(finder.byStripeCustomer(workspaceId, mode, stripeCustomerId)).map(Customer::view);
    }

    /** @param id as a caller names it. @return empty for a deleted one */
    public Optional<CustomerView> byId(WorkspaceId workspaceId, String id) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.id = :id",
                        Customer.class)
                .setParameter("workspace", workspaceId).setParameter("id", CustomerId.of(id))
                .getResultStream().findFirst()
                .map(found -> found.mergedInto == null ? found : database.find(Customer.class, found.mergedInto))
                .filter(found -> found.deletedAt == null)
                .map(Customer::view);
    }

    /**
     * Makes two buyers one. All that the one with a placeholder for an external id has goes to the other.
     *
     * @return the one that is left; empty when they are one already, when both have an external id, or both a placeholder
     */
    public Optional<CustomerView> unite(CustomerId oneId, CustomerId otherId) {
        Customer one = database.find(Customer.class, oneId);
        Customer other = database.find(Customer.class, otherId);
        if (oneId.equals(otherId) || one.provisional == other.provisional) {
            return Optional.empty();
        }
        Customer into = one.provisional ? other : one;
        history.merge(one.provisional ? oneId : otherId, into);
        return Optional.of(into.view());
    }

    /** @return the buyers with these ids, by id, deleted ones too; ids of other workspaces are left out */
    public Map<CustomerId, CustomerView> byIds(WorkspaceId workspaceId, Collection<CustomerId> customerIds) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.id in :ids",
                        Customer.class)
                .setParameter("workspace", workspaceId).setParameter("ids", List.copyOf(customerIds))
                .getResultStream().map(Customer::view)
                .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    }

    /** @return the buyer, without asking when the transaction knows one, even a deleted one */
    public CustomerView get(CustomerId customerId) {
        return database.find(Customer.class, customerId).view();
    }

    /** @return the buyer's Stripe customers */
    public AtStripe atStripe(CustomerId customerId) {
        Customer customer = database.find(Customer.class, customerId);
        return new AtStripe(customer.workspaceId, customer.mode, Set.copyOf(database.createQuery(
                        "select s.key.stripeCustomerId from StripeCustomer s where s.key.workspaceId = :workspace"
                        + " and s.customerId = :customer", String.class)
                .setParameter("workspace", customer.workspaceId).setParameter("customer", customerId).getResultList()));
    }

    /** @return the clicks that brought a buyer, the oldest first */
    public List<CustomerClick> clicksOf(CustomerId customerId) {
        return history.clicksOf(customerId);
    }

    /**
     * Marks a Stripe customer as deleted at Stripe. The buyer stays, with all that was bought.
     *
     * @return false when the Stripe customer is no buyer's
     */
    public boolean deletedAtStripe(WorkspaceId workspaceId, Mode mode, String stripeCustomerId, Instant at) {
        StripeCustomer atStripe = database.find(StripeCustomer.class,
                new StripeCustomer.Key(workspaceId, mode, stripeCustomerId));
        if (atStripe == null) {
            return false;
        }
        atStripe.deletedAt = at;
        return true;
    }

    /** Says which buyers may be asked for soon: their rows are read together then, with their clicks. */
    public void announce(WorkspaceId workspaceId, Mode mode, Collection<String> stripeCustomerIds, Collection<String> externalIds) {
        finder.stripeCustomers(workspaceId, mode).announce(stripeCustomerIds);
        finder.byExternalId(workspaceId, mode).announce(externalIds);
    }

    /** Waits for others who change the buyer, reads what they left, and keeps them out until the commit. */
    public void lock(CustomerId customerId) {
        if (!isLocked(customerId)) {
            database.flush();
            database.refresh(database.find(Customer.class, customerId), LockModeType.PESSIMISTIC_WRITE);
            history.forget(customerId);
        }
    }

    /** @return whether others are kept out already */
    public boolean isLocked(CustomerId customerId) {
        return database.getLockMode(database.find(Customer.class, customerId)) == LockModeType.PESSIMISTIC_WRITE;
    }

    /** Keeps the time of a sale that the merchant reports now: others who change the buyer, or report a sale, wait for it. */
    public void saleReported(CustomerId customerId, Instant at) {
        lock(customerId);
        database.find(Customer.class, customerId).lastSaleReportedAt = at;
    }

    /** @return when the merchant reported a sale of the buyer last, or null for never */
    public Instant lastSaleReportedAt(CustomerId customerId) {
        return database.find(Customer.class, customerId).lastSaleReportedAt;
    }

    /** Keeps when a buyer was lost. @param at when the last subscription ended; null when the buyer is not lost */
    public void churned(CustomerId customerId, Instant at) {
        Customer customer = database.find(Customer.class, customerId);
        if (!Objects.equals(customer.subscriptionCanceledAt, at)) {
            Instant before = customer.subscriptionCanceledAt;
            customer.subscriptionCanceledAt = at;
            churned.fire(new CustomerChurned(customer.workspaceId, customerId, before, at));
        }
    }
}
