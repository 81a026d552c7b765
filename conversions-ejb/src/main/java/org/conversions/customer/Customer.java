package org.conversions.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of customer. Only what changed is written: others may learn something else of the same buyer meanwhile. */
@Entity
@DynamicUpdate
@Table(name = "customer")
class Customer {

    @Id
    CustomerId id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    Mode mode;
    @Column(name = "external_id")
    String externalId;
    /** True while the external id is a placeholder for one that the merchant has not reported yet. */
    boolean provisional;
    @Column(name = "stripe_customer_id")
    String stripeCustomerId;
    String name;
    String email;
    /** The email as buyers are recognised by it; see {@link Identity#emailKey}. */
    @Column(name = "email_key")
    String emailKey;
    String avatar;
    String country;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "subscription_canceled_at")
    Instant subscriptionCanceledAt;
    /** The time that each was reported at; see {@link LastWriterWins}. */
    @Column(name = "name_at")
    Instant nameAt;
    @Column(name = "email_at")
    Instant emailAt;
    @Column(name = "country_at")
    Instant countryAt;
    @Column(name = "stripe_customer_at")
    Instant stripeCustomerAt;
    /** The buyer that this one turned out to be; null as long as it is one of its own. */
    @Column(name = "merged_into")
    CustomerId mergedInto;
    /** True while the merchant has only named the buyer: no click has brought it yet. */
    boolean clickless;
    /** The time that the merchant reported a sale last; null for never. */
    @Column(name = "last_sale_reported_at")
    Instant lastSaleReportedAt;
    @Column(name = "deleted_at")
    Instant deletedAt;

    /** @return a new buyer, known by the external id or else by the placeholder */
    static Customer of(Identity identity, CustomerId id, Instant createdAt) {
        Customer customer = new Customer();
        customer.id = id;
        customer.workspaceId = identity.workspaceId();
        customer.mode = identity.mode();
        customer.provisional = identity.names().externalId() == null;
        customer.externalId = customer.provisional
                ? Objects.requireNonNull(identity.names().placeholder(), "a customer needs an external id or a placeholder")
                : identity.names().externalId();
        customer.createdAt = createdAt;
        return customer;
    }

    /** Keeps the details of a report that are newer than those that are known. */
    void learn(Identity identity) {
        CustomerDetails details = identity.details();
        Instant at = identity.detailsAt();
        learnName(details.name(), at);
        learnEmail(details.email(), at);
        learnCountry(details.country(), at);
        learnCountry(identity.origin().country(), Instant.EPOCH);
        if (details.avatar() != null && (avatar == null || !identity.unverified())) {
            avatar = details.avatar();
        }
    }

    /** Keeps all of another buyer that is newer: both are one. */
    void learn(Customer other) {
        learnName(other.name, other.nameAt);
        learnEmail(other.email, other.emailAt);
        learnCountry(other.country, other.countryAt);
        learnStripeCustomer(other.stripeCustomerId, other.stripeCustomerAt);
        if (lastSaleReportedAt == null
                || other.lastSaleReportedAt != null && other.lastSaleReportedAt.isAfter(lastSaleReportedAt)) {
            lastSaleReportedAt = other.lastSaleReportedAt;
        }
    }

    void learnStripeCustomer(String reported, Instant at) {
        if (isNewer(stripeCustomerId, stripeCustomerAt, reported, at)) {
            stripeCustomerId = reported;
            stripeCustomerAt = at;
        }
    }

    private void learnName(String reported, Instant at) {
        if (isNewer(name, nameAt, reported, at)) {
            name = reported;
            nameAt = at;
        }
    }

    private void learnEmail(String reported, Instant at) {
        if (isNewer(email, emailAt, reported, at)) {
            email(reported, at);
        }
    }

    private void learnCountry(String reported, Instant at) {
        if (isNewer(country, countryAt, reported, at)) {
            country = reported;
            countryAt = at;
        }
    }

    private static boolean isNewer(String known, Instant knownAt, String reported, Instant at) {
        return LastWriterWins.replaces(known, knownAt, reported, at == null ? Instant.EPOCH : at);
    }

    void email(String reported, Instant at) {
        email = reported;
        emailKey = Identity.emailKey(reported);
        emailAt = at;
    }

    /** Erases the person. Purchases stay, and so do the Stripe customers, to explain what they do later. */
    void erase(Instant at) {
        deletedAt = at;
        forget();
        // No other buyer can have it: an id that is reported never begins with a space.
        externalId = " deleted " + id;
        provisional = false;
        stripeCustomerId = null;
        country = null;
    }

    /** Clears all but the ids. */
    void forget() {
        name = null;
        email(null, null);
        avatar = null;
    }

    CustomerView view() {
        return deletedAt == null
                ? new CustomerView(id, workspaceId, mode, externalId, stripeCustomerId,
                        new CustomerDetails(name, email, avatar, country), createdAt, subscriptionCanceledAt, false, clickless)
                : new CustomerView(id, workspaceId, mode, id.value(), null,
                        new CustomerDetails(CustomerView.NAME_WHEN_DELETED, null, null, null), createdAt,
                        subscriptionCanceledAt, true, clickless);
    }
}
