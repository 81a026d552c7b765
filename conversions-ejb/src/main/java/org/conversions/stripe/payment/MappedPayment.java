package org.conversions.stripe.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.conversions.platform.id.WorkspaceId;
import org.hibernate.annotations.Immutable;

/** A new row of stripe_payment: a sale that a payment paid for. Its amount is raised by a statement of its own. */
@Entity
@Immutable
@IdClass(MappedPayment.Key.class)
@Table(name = "stripe_payment")
class MappedPayment {

    record Key(WorkspaceId workspaceId, String mode, String paymentId, String saleKey) implements Serializable {
    }

    @Id
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Id
    String mode;
    @Id
    @Column(name = "payment_id")
    String paymentId;
    @Id
    @Column(name = "sale_key")
    String saleKey;
    Long amount;

    static MappedPayment of(Key key, Long amount) {
        MappedPayment row = new MappedPayment();
        row.workspaceId = key.workspaceId();
        row.mode = key.mode();
        row.paymentId = key.paymentId();
        row.saleKey = key.saleKey();
        row.amount = amount;
        return row;
    }
}
