package org.conversions.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conversions.platform.KnownRows;
import org.conversions.platform.TransactionMemory;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Finds the rows of buyers by each of their names. */
@ApplicationScoped
class CustomerFinder {

    @PersistenceContext(unitName = "conversions")
    EntityManager database;
    @Inject
    TransactionMemory memory;
    @Inject
    CustomerHistory history;

    /** @return null when no buyer has it; a deleted one has none */
    Customer byExternalId(WorkspaceId workspaceId, Mode mode, String externalId) {
        Customer known = byExternalId(workspaceId, mode).get(externalId, names -> announced(KnownRows.byName(names,
                database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.mode = :mode"
                                + " and c.externalId in :names", Customer.class)
                        .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("names", names)
                        .getResultStream(), customer -> customer.externalId), customer -> customer.id));
        // It may have got another one since.
        return known == null || known.deletedAt != null || !KnownRows.isSame(known.externalId, externalId) ? null : known;
    }

    /** Announces the buyers who were found to those who look for their clicks next. */
    private <V> Map<String, V> announced(Map<String, V> found, Function<V, CustomerId> buyer) {
        history.announce(found.values().stream().map(buyer).toList());
        return found;
    }

    /** The buyers that the transaction knows by their external ids. */
    KnownRows<String, Customer> byExternalId(WorkspaceId workspaceId, Mode mode) {
        return memory.of(Customer.class, workspaceId, mode);
    }

    /** @return the buyer that a Stripe customer is, or null */
    Customer byStripeCustomer(WorkspaceId workspaceId, Mode mode, String stripeCustomerId) {
        StripeCustomer atStripe = stripeCustomer(workspaceId, mode, stripeCustomerId);
        return atStripe == null ? null : database.find(Customer.class, atStripe.customerId);
    }

    /** @return the row of a Stripe customer, or null */
    StripeCustomer stripeCustomer(WorkspaceId workspaceId, Mode mode, String stripeCustomerId) {
        // With their buyers, who are looked for next.
        return stripeCustomers(workspaceId, mode).get(stripeCustomerId, names -> announced(KnownRows.byName(names,
                database.createQuery("select s, c from StripeCustomer s left join Customer c on c.id = s.customerId"
                                + " where s.key.workspaceId = :workspace and s.key.mode = :mode"
                                + " and s.key.stripeCustomerId in :names", Object[].class)
                        .setParameter("workspace", workspaceId).setParameter("mode", mode.text()).setParameter("names", names)
                        .getResultStream().map(row -> (StripeCustomer) row[0]), atStripe -> atStripe.key.stripeCustomerId),
                atStripe -> atStripe.customerId));
    }

    /** The Stripe customers that the transaction knows by their ids. */
    KnownRows<String, StripeCustomer> stripeCustomers(WorkspaceId workspaceId, Mode mode) {
        return memory.of(StripeCustomer.class, workspaceId, mode);
    }

    /**
     * Finds a buyer by an address that more than a page has reported: writing it there must not get another's payments.
     *
     * @return null when several have the address: which of them bought cannot be known
     */
    Customer byEmail(WorkspaceId workspaceId, Mode mode, String email) {
        List<Customer> found = database.createQuery("select c from Customer c where c.workspaceId = :workspace"
                        + " and c.emailKey = :email and c.mode = :mode and c.mergedInto is null"
                        + " and (c.emailAt is null or c.emailAt > :unverified)", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("email", Identity.emailKey(email))
                .setParameter("mode", mode).setParameter("unverified", Credence.UNVERIFIED_AT)
                .setMaxResults(2).getResultList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** @return the buyer that an identity means, by the first of its names that is known; or null */
    Customer byIdentity(Identity identity) {
        Identity.Names names = identity.names();
        Customer customer = null;
        if (names.externalId() != null) {
            customer = byExternalId(identity.workspaceId(), identity.mode(), names.externalId());
        }
        if (customer == null && names.stripeCustomerId() != null) {
            Customer known = byStripeCustomer(identity.workspaceId(), identity.mode(), names.stripeCustomerId());
            if (known != null && means(identity, known)) {
                customer = known;
            }
        }
        if (customer == null && names.externalId() == null && names.placeholder() != null) {
            customer = byExternalId(identity.workspaceId(), identity.mode(), names.placeholder());
        }
        if (customer == null && identity.byEmail() && identity.details().email() != null) {
            customer = byEmail(identity.workspaceId(), identity.mode(), identity.details().email());
        }
        return customer;
    }

    /** @return true for a report from before a buyer was deleted, which is still about it; one after that is about a new one */
    private static boolean means(Identity identity, Customer atStripe) {
        return atStripe.deletedAt != null ? !identity.reportedAt().isAfter(atStripe.deletedAt)
                : identity.names().externalId() == null || atStripe.provisional;
    }
}
