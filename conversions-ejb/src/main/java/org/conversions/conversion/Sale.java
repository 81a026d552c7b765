package org.conversions.conversion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.workspace.Mode;

/** A row of sale. Never changed once written: what happens to its money are entries. */
@Entity
@Table(name = "sale")
class Sale {

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String mode;
    @Column(name = "sale_key")
    String saleKey;
    @Column(name = "connection_id")
    String connectionId;
    @Column(name = "customer_id")
    String customerId;
    @Column(name = "link_id")
    String linkId;
    @Column(name = "click_id")
    String clickId;
    @Column(name = "event_name")
    String eventName;
    String kind;
    @Column(name = "payment_processor")
    String paymentProcessor;
    @Column(name = "invoice_id")
    String invoiceId;
    long amount;
    String currency;
    @Column(name = "original_amount")
    long originalAmount;
    @Column(name = "original_currency")
    String originalCurrency;
    @Column(name = "paid_at")
    Instant paidAt;
    @Column(name = "recorded_at")
    Instant recordedAt;
    String attribution;
    String metadata;

    SaleView view() {
        return new SaleView(id, workspaceId, Mode.of(mode), saleKey, customerId, linkId, clickId, SaleKind.of(kind),
                invoiceId, new Money(amount, currency), paidAt);
    }
}
