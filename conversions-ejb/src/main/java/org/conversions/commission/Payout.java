package org.conversions.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.Currencies;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** A row of payout: what a partner was to be paid when commissions were marked as paid. Never changed. */
@Entity
@Table(name = "payout")
class Payout {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    Mode mode;
    String currency;
    long earned;
    long absorbed;
    @Column(name = "paid_at")
    Instant paidAt;

    /** @throws IllegalStateException for amounts that cannot be: our own bug */
    PayoutView view() {
        if (earned < 0 || absorbed < 0 || !Currencies.known(currency)) {
            throw new IllegalStateException(id + " holds amounts that cannot be: " + earned + ", " + absorbed + ' ' + currency);
        }
        return new PayoutView(id, partnerId, currency, earned, absorbed, paidAt);
    }
}
