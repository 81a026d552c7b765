package org.conversions.stripe.connect;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of stripe_account: the one connection that an account's events in a mode belong to. */
@Entity
@Table(name = "stripe_account")
@IdClass(StripeAccount.Key.class)
class StripeAccount {

    @Id
    @Column(name = "account_id")
    String accountId;
    @Id
    String mode;
    @Column(name = "connection_id")
    String connectionId;

    record Key(String accountId, String mode) implements Serializable {
    }
}
