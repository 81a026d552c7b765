package org.conversions.conversion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of conversion_lead. */
@Entity
@Table(name = "conversion_lead")
class Lead {

    @Id
    String id;
    @Column(name = "workspace_id")
    String workspaceId;
    String mode;
    @Column(name = "customer_id")
    String customerId;
    @Column(name = "link_id")
    String linkId;
    @Column(name = "click_id")
    String clickId;
    @Column(name = "event_name")
    String eventName;
    String source;
    int quantity;
    @Column(name = "occurred_at")
    Instant occurredAt;
    String metadata;
}
