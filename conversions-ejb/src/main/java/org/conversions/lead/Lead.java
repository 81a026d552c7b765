package org.conversions.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of conversion_lead. */
@Entity
@DynamicUpdate
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
    /** What the buyer can be a lead by once: the event's name, for a trial its subscription. */
    @Column(name = "lead_key")
    String leadKey;
    String source;
    int quantity;
    boolean rewardable;
    @Column(name = "occurred_at")
    Instant occurredAt;
    String metadata;

    LeadView view() {
        return new LeadView(id, workspaceId, Mode.of(mode), customerId, linkId, clickId, eventName,
                LeadSource.of(source), quantity, rewardable, occurredAt);
    }
}
