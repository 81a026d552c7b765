package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of commission_payment: what a partner was to be paid when commissions were marked as paid. Never changed. */
@Entity
@Table(name = "commission_payment")
class CommissionPayment {

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    @Column(name = "partner_id")
    String partnerId;
    String mode;
    String currency;
    long earned;
    long absorbed;
    @Column(name = "paid_at")
    Instant paidAt;

    PaymentView view() {
        return new PaymentView(id, partnerId, currency, earned, absorbed, paidAt);
    }
}
