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
    @Inject
    private Event<CustomerClicked> clicked;
    @Inject
    private Event<CustomersMerged> merged;

    /**
     * Finds the buyer that an identity means, or makes one if a click brought somebody new, and keeps what the
     * identity adds: a Stripe customer, a click, a name. An identity is never overwritten by a click; a later real
     * external id replaces a stand-in, and a buyer with a stand-in who turns out to be a known one is merged into that
     * one (DESIGN §4). Of what is told twice the newest stands, whatever comes last.
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
        String standIn = null;
        if (identity.stripeCustomerId() != null && identity.connectionId() != null) {
            StripeCustomer atStripe = database.find(StripeCustomer.class,
                    new StripeCustomer.Key(identity.connectionId(), identity.stripeCustomerId()));
            standIn = standIn(atStripe, customer);
            news |= belongsTo(atStripe, identity, customer, standIn != null);
        }
        learn(customer, identity);
        boolean newClick = identity.click() != null && remember(customer, identity.click());
        if (standIn != null) {
            merge(standIn, customer);
        }
        if (news) {
            database.flush();
            identified.fire(new CustomerIdentified(customer.workspaceId, identity.mode(), customer.id,
                    customer.externalId, identity.stripeCustomerId(), customer.email));
        }
        if (newClick && !created) {
            clicked.fire(new CustomerClicked(customer.id));
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
                .getResultStream().findFirst()
                .map(found -> found.mergedInto == null ? found : database.find(Customer.class, found.mergedInto))
                .map(Customer::view);
    }

    /**
     * Two buyers turned out to be one. What the one with a stand-in for an external id has goes to the other.
     *
     * @return the one that is left; empty when they are one already, or when both have an external id or both a stand-in
     */
    public Optional<CustomerView> unite(String oneId, String otherId) {
        Customer one = database.find(Customer.class, oneId);
        Customer other = database.find(Customer.class, otherId);
        if (oneId.equals(otherId) || one.provisional == other.provisional) {
            return Optional.empty();
        }
        Customer into = one.provisional ? other : one;
        merge(one.provisional ? oneId : otherId, into);
        return Optional.of(into.view());
    }

    /** @return the clicks that brought a buyer, the oldest first */
    public List<CustomerClick> clicksOf(String customerId) {
        List<?> rows = database.createNativeQuery("select click_id, link_id, clicked_at, named_at, named_by"
                        + " from customer_click where customer_id = :customer order by clicked_at, click_id")
                .setParameter("customer", customerId).unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("click_id", String.class).addScalar("link_id", String.class)
                .addScalar("clicked_at", LocalDateTime.class).addScalar("named_at", LocalDateTime.class)
                .addScalar("named_by", String.class).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new CustomerClick((String) row[0], (String) row[1], UtcTime.instant((LocalDateTime) row[2]),
                        UtcTime.instant((LocalDateTime) row[3]), NamedBy.of((String) row[4])))
                .toList();
    }

    /**
     * A customer was deleted at Stripe. The buyer stays, with all that was bought.
     *
     * @return false when the Stripe customer is nobody's
     */
    public boolean deletedAtStripe(String connectionId, String stripeCustomerId, Instant at) {
        StripeCustomer atStripe = database.find(StripeCustomer.class,
                new StripeCustomer.Key(connectionId, stripeCustomerId));
        if (atStripe == null) {
            return false;
        }
        atStripe.deletedAt = at;
        return true;
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
        if (customer == null && identity.byEmail() && identity.email() != null) {
            customer = findByEmail(identity.workspaceId(), identity.mode(), identity.email());
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

    /** @return the id of the buyer with a stand-in that the Stripe customer has been so far, if it is another one */
    private String standIn(StripeCustomer atStripe, Customer customer) {
        if (atStripe == null || atStripe.customerId.equals(customer.id)) {
            return null;
        }
        return database.find(Customer.class, atStripe.customerId).provisional ? atStripe.customerId : null;
    }

    /** @param wasStandIn the Stripe customer has been a buyer with a stand-in, who says nothing against this one */
    private boolean belongsTo(StripeCustomer known, Identity identity, Customer customer, boolean wasStandIn) {
        if (!identity.stripeCustomerId().equals(customer.stripeCustomerId) && Newest.replaces(
                customer.stripeCustomerId, customer.stripeCustomerAt, identity.stripeCustomerId(), identity.toldAt())) {
            customer.stripeCustomerId = identity.stripeCustomerId();
            customer.stripeCustomerAt = identity.toldAt();
        }
        if (known == null) {
            database.persist(new StripeCustomer(new StripeCustomer.Key(identity.connectionId(),
                    identity.stripeCustomerId()), customer.id, identity.toldAt()));
            return true;
        }
        boolean moves = !known.customerId.equals(customer.id) && (wasStandIn
                || Newest.replaces(known.customerId, known.toldAt, customer.id, identity.toldAt()));
        boolean confirms = known.customerId.equals(customer.id) && identity.externalId() != null
                && known.toldAt != null && identity.toldAt().isAfter(known.toldAt);
        if (moves || confirms) {
            known.customerId = customer.id;
            known.toldAt = identity.toldAt();
        }
        return moves;
    }

    private static void learn(Customer customer, Identity identity) {
        Instant at = identity.detailsAt();
        if (Newest.replaces(customer.name, customer.nameAt, identity.name(), at)) {
            customer.name = identity.name();
            customer.nameAt = at;
        }
        if (Newest.replaces(customer.email, customer.emailAt, identity.email(), at)) {
            customer.email(identity.email(), at);
        }
        if (Newest.replaces(customer.country, customer.countryAt, identity.country(), at)) {
            customer.country = identity.country();
            customer.countryAt = at;
        }
        if (Newest.replaces(customer.country, customer.countryAt, identity.clickCountry(), Instant.EPOCH)) {
            customer.country = identity.clickCountry();
            customer.countryAt = Instant.EPOCH;
        }
        if (identity.avatar() != null && (customer.avatar == null || !identity.hearsay())) {
            customer.avatar = identity.avatar();
        }
    }

    /** @return true when the click is new to the buyer, or was named earlier than anybody knew */
    private boolean remember(Customer customer, CustomerClick click) {
        database.flush();
        int added = database.createNativeQuery("insert ignore into customer_click (customer_id, click_id, link_id,"
                        + " clicked_at, named_at, named_by) values (:customer, :click, :link, :clickedAt, :namedAt, :by)")
                .setParameter("customer", customer.id).setParameter("click", click.clickId())
                .setParameter("link", click.linkId()).setParameter("clickedAt", column(click.clickedAt()))
                .setParameter("namedAt", column(click.namedAt())).setParameter("by", click.namedBy().text())
                .executeUpdate();
        return added > 0 || database.createNativeQuery("update customer_click set named_at = :namedAt, named_by = :by"
                        + " where customer_id = :customer and click_id = :click"
                        + " and (named_at > :namedAt or named_at = :namedAt and named_by > :by)")
                .setParameter("namedAt", column(click.namedAt())).setParameter("by", click.namedBy().text())
                .setParameter("customer", customer.id).setParameter("click", click.clickId())
                .executeUpdate() > 0;
    }

    /** What the buyer with the stand-in has goes to the real one; the empty row stays, so that its id is understood. */
    private void merge(String fromId, Customer into) {
        database.flush();
        lock(fromId);
        Customer from = database.find(Customer.class, fromId);
        if (Newest.replaces(into.name, into.nameAt, from.name, atLeast(from.nameAt))) {
            into.name = from.name;
            into.nameAt = from.nameAt;
        }
        if (Newest.replaces(into.email, into.emailAt, from.email, atLeast(from.emailAt))) {
            into.email(from.email, from.emailAt);
        }
        if (Newest.replaces(into.country, into.countryAt, from.country, atLeast(from.countryAt))) {
            into.country = from.country;
            into.countryAt = from.countryAt;
        }
        if (Newest.replaces(into.stripeCustomerId, into.stripeCustomerAt, from.stripeCustomerId,
                atLeast(from.stripeCustomerAt))) {
            into.stripeCustomerId = from.stripeCustomerId;
            into.stripeCustomerAt = from.stripeCustomerAt;
        }
        from.mergedInto = into.id;
        from.externalId = "merged:" + from.id;
        database.flush();
        database.createNativeQuery("update stripe_customer set customer_id = :into where customer_id = :from")
                .setParameter("into", into.id).setParameter("from", fromId).executeUpdate();
        clicksOf(fromId).forEach(click -> remember(into, click));
        database.createNativeQuery("delete from customer_click where customer_id = :from")
                .setParameter("from", fromId).executeUpdate();
        merged.fire(new CustomersMerged(fromId, into.view()));
    }

    private static Instant atLeast(Instant toldAt) {
        return toldAt == null ? Instant.EPOCH : toldAt;
    }

    private Customer findByExternalId(String workspaceId, Mode mode, String externalId) {
        return database.createQuery("select c from Customer c where c.workspaceId = :workspace and c.mode = :mode"
                        + " and c.externalId = :externalId", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode.text())
                .setParameter("externalId", externalId).getResultStream().findFirst().orElse(null);
    }

    private Customer findByStripeCustomer(String connectionId, String stripeCustomerId) {
        // Both in one query: the Stripe customer is looked for next.
        return database.createQuery("select c, s from Customer c, StripeCustomer s"
                        + " where s.key.connectionId = :connection and s.key.stripeCustomerId = :stripeCustomer"
                        + " and c.id = s.customerId", Object[].class)
                .setParameter("connection", connectionId).setParameter("stripeCustomer", stripeCustomerId)
                .getResultStream().findFirst().map(row -> (Customer) row[0]).orElse(null);
    }

    /** Nobody when several have the address: which of them bought is then anybody's guess. */
    private Customer findByEmail(String workspaceId, Mode mode, String email) {
        List<Customer> found = database.createQuery("select c from Customer c where c.workspaceId = :workspace"
                        + " and c.emailKey = :email and c.mode = :mode and c.mergedInto is null", Customer.class)
                .setParameter("workspace", workspaceId).setParameter("email", Identity.emailKey(email))
                .setParameter("mode", mode.text()).setMaxResults(2).getResultList();
        return found.size() == 1 ? found.get(0) : null;
    }
}
