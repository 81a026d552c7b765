package org.conversions.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** Finds the rows of buyers by each of their names. */
@ApplicationScoped
class CustomerFinder {

    @PersistenceContext(unitName = "conversions")
    EntityManager database;

    /** @return null when no buyer has it; a deleted one has none */
    Customer byExternalId(WorkspaceId workspaceId, Mode mode, String externalId) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.externalId = :externalId and c.deletedAt is null", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode)
                .setParameter("externalId", externalId).getResultStream().findFirst().orElse(null);
    }

    /** @return the buyer that a Stripe customer is, or null */
    Customer byStripeCustomer(WorkspaceId workspaceId, Mode mode, String stripeCustomerId) {
        // Both in one query: the Stripe customer is looked for next.
        return database.createQuery("select c, s from Customer c, StripeCustomer s"
                        + " where s.key.workspaceId = :workspace and s.key.mode = :mode"
                        + " and s.key.stripeCustomerId = :stripeCustomer and c.id = s.customerId", Object[].class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("stripeCustomer", stripeCustomerId)
                .getResultStream().findFirst().map(row -> (Customer) row[0]).orElse(null);
    }

    /** @return the row of the Stripe customer that an identity names, or null */
    StripeCustomer stripeCustomer(Identity identity) {
        return database.find(StripeCustomer.class, new StripeCustomer.Key(identity.workspaceId(), identity.mode(),
                identity.names().stripeCustomerId()));
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
