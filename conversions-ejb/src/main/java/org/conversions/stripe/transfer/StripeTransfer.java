package org.conversions.stripe.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of stripe_transfer: the transfer of a payout. */
@Entity
@Table(name = "stripe_transfer")
class StripeTransfer {

    @Id
    @Column(name = "payout_id")
    String payoutId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "batch_id")
    String batchId;
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Column(name = "connection_id")
    ConnectionId connectionId;
    @Column(name = "account_id")
    String accountId;
    long amount;
    String currency;
    TransferState state;
    @Column(name = "transfer_id")
    String transferId;
    /** How often Stripe was asked, and how often it said no by the key of then. */
    int attempts;
    int refusals;
    /** Why it is not made yet, or was not; null for no reason. */
    String problem;
    @Column(name = "created_at")
    Instant createdAt;
    /** When to ask next, which is also the end of the time of who is asking; null when there is nothing to ask. */
    @Column(name = "due_at")
    Instant dueAt;

    /** @return the key by which Stripe makes it once: Stripe repeats a refusal under the same one */
    String key() {
        return refusals == 0 ? payoutId : payoutId + "-" + (refusals + 1);
    }

    TransferView view() {
        return new TransferView(payoutId, batchId, partnerId, accountId, new Money(amount, currency), state, transferId, problem);
    }
}
