package org.conversions.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.id.CustomerId;

/** Keeps what an identity says of a buyer, inside the transaction of the caller; see {@link Customers#identify}. */
@ApplicationScoped
class Identification {

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
    private Event<CustomerClicked> clicked;

    Optional<Identified> identify(Identity identity) {
        Customer customer = finder.byIdentity(identity);
        boolean created = customer == null;
        if (created) {
            if (identity.origin().click() == null) {
                return Optional.empty();
            }
            customer = Customer.of(identity, new CustomerId(Ids.next("cus", clock)), clock.instant());
            database.persist(customer);
            named(customer);
            history.begin(customer.id);
        }
        boolean isNew = created;
        if (identity.names().externalId() != null && customer.provisional) {
            customer.externalId = identity.names().externalId();
            customer.provisional = false;
            named(customer);
            isNew = true;
        }
        CustomerId placeholder = null;
        if (identity.names().stripeCustomerId() != null) {
            StripeCustomer atStripe = finder.stripeCustomer(identity.workspaceId(), identity.mode(),
                    identity.names().stripeCustomerId());
            placeholder = placeholder(atStripe, customer);
            isNew |= belongsTo(atStripe, identity, customer, placeholder != null);
        }
        if (customer.deletedAt == null) {
            customer.learn(identity);
        }
        boolean clickless = customer.clickless;
        // Anyone could have written it: it brings a buyer who has no click yet, and takes none away.
        boolean brings = identity.origin().click() != null && (!identity.unverified() || created || clickless);
        boolean newClick = brings && history.remember(customer, identity.origin().click());
        if (placeholder != null) {
            history.merge(placeholder, customer);
        }
        boolean brought = clickless && !customer.clickless;
        if (isNew || brought) {
            // An event that waits for a buyer who was known by name only may do so under any of its names.
            identified.fire(new CustomerIdentified(customer.workspaceId, identity.mode(), customer.id, created,
                    customer.externalId, identity.names().stripeCustomerId() == null && brought ? customer.stripeCustomerId
                    : identity.names().stripeCustomerId(), customer.email));
        }
        if (newClick && !created && !brought) {
            clicked.fire(new CustomerClicked(customer.workspaceId, customer.id, identity.origin().click().clickedAt()));
        }
        return customer.clickless ? Optional.empty()
                : Optional.of(new Identified(customer.view(), created || brought && placeholder == null));
    }

    private void named(Customer customer) {
        finder.byExternalId(customer.workspaceId, customer.mode).put(customer.externalId, customer);
    }

    /** @return the id of the buyer with a placeholder that the Stripe customer has been so far, if it is another one */
    private CustomerId placeholder(StripeCustomer atStripe, Customer customer) {
        if (atStripe == null || atStripe.customerId.equals(customer.id)) {
            return null;
        }
        return database.find(Customer.class, atStripe.customerId).provisional ? atStripe.customerId : null;
    }

    /** @param wasPlaceholder the Stripe customer has been a buyer with a placeholder, which says nothing against this one */
    private boolean belongsTo(StripeCustomer known, Identity identity, Customer customer, boolean wasPlaceholder) {
        String stripeCustomerId = identity.names().stripeCustomerId();
        if (customer.deletedAt == null && !stripeCustomerId.equals(customer.stripeCustomerId)) {
            customer.learnStripeCustomer(stripeCustomerId, identity.reportedAt());
        }
        if (known == null) {
            StripeCustomer added = new StripeCustomer(new StripeCustomer.Key(identity.workspaceId(),
                    identity.mode(), stripeCustomerId), customer.id, identity.reportedAt());
            database.persist(added);
            finder.stripeCustomers(identity.workspaceId(), identity.mode()).put(stripeCustomerId, added);
            return true;
        }
        boolean moves = !known.customerId.equals(customer.id) && (wasPlaceholder
                || LastWriterWins.replaces(known.customerId.value(), known.reportedAt, customer.id.value(), identity.reportedAt()));
        boolean confirms = known.customerId.equals(customer.id) && identity.names().externalId() != null
                && known.reportedAt != null && identity.reportedAt().isAfter(known.reportedAt);
        if (moves || confirms) {
            known.customerId = customer.id;
            known.reportedAt = identity.reportedAt();
        }
        return moves;
    }
}
