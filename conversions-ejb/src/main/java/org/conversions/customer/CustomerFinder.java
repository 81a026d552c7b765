package org.conversions.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import org.conversions.workspace.Mode;

/** Finds the rows of buyers by each of their names. */
@ApplicationScoped
class CustomerFinder {

    @PersistenceContext(unitName = "conversions")
    EntityManager database;

    /** @return null when nobody has it; a deleted buyer has none */
    Customer byExternalId(String workspaceId, Mode mode, String externalId) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.externalId = :externalId and c.deletedAt is null", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("externalId", externalId).getResultStream().findFirst().orElse(null);
    }

    /** @return who a Stripe customer is by what its connection knows, or else by what the merchant has said; or null */
    Customer byStripeCustomer(String workspaceId, Mode mode, String connectionId, String stripeCustomerId) {
        StripeCustomer.Key told = StripeCustomer.Key.told(workspaceId, mode.text(), stripeCustomerId);
        // Both in one query: the Stripe customer is looked for next.
        return database.createQuery("select c, s from Customer c, StripeCustomer s"
                        + " where s.key.connectionId in (:connection, :told)"
                        + " and s.key.stripeCustomerId = :stripeCustomer and c.id = s.customerId", Object[].class)
                .setParameter("connection", connectionId).setParameter("told", told.connectionId)
                .setParameter("stripeCustomer", stripeCustomerId)
                .getResultStream().min(Comparator.comparing(row -> ((StripeCustomer) row[1]).key.equals(told)))
                .map(row -> (Customer) row[0]).orElse(null);
    }

    /** @return what the connection knows of the Stripe customer; at first, what the merchant has said; or null */
    StripeCustomer stripeCustomer(Identity identity) {
        StripeCustomer.Key key = new StripeCustomer.Key(identity.connectionId(), identity.stripeCustomerId());
        StripeCustomer known = database.find(StripeCustomer.class, key);
        if (known == null) {
            StripeCustomer told = database.find(StripeCustomer.class, StripeCustomer.Key.told(identity.workspaceId(),
                    identity.mode().text(), identity.stripeCustomerId()));
            if (told != null) {
                known = new StripeCustomer(key, told.customerId, told.toldAt);
                database.persist(known);
            }
        }
        return known;
    }

    /**
     * An address that only a page has told is nobody's: whoever writes it there must not get another's payments.
     *
     * @return null when several have the address: which of them bought is then anybody's guess
     */
    Customer byEmail(String workspaceId, Mode mode, String email) {
        List<Customer> found = database.createQuery("select c from Customer c where c.workspaceId = :workspace"
                        + " and c.emailKey = :email and c.mode = :mode and c.mergedInto is null"
                        + " and (c.emailAt is null or c.emailAt > :unverified)", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("email", Identity.emailKey(email))
                .setParameter("mode", mode.text()).setParameter("unverified", Credence.UNVERIFIED_AT)
                .setMaxResults(2).getResultList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
