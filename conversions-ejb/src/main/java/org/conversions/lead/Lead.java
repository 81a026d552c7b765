package org.conversions.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.annotations.DynamicUpdate;

/** A row of conversion_lead: a sign-up, a trial or another conversion event of a buyer. */
@Entity
@DynamicUpdate
@Table(name = "conversion_lead")
class Lead {

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    Mode mode;
    @Column(name = "customer_id")
    CustomerId customerId;
    @Column(name = "link_id")
    LinkId linkId;
    @Column(name = "click_id")
    ClickId clickId;
    /** The discount code that the lead goes back to, in the place of a click; or null. */
    @Column(name = "discount_code_id")
    String codeId;
    @Column(name = "event_name")
    String eventName;
    /** The name that the buyer can be a lead by once: of the conversion event, for a trial of its subscription. */
    @Column(name = "lead_key")
    String leadKey;
    LeadSource source;
    int quantity;
    boolean rewardable;
    @Column(name = "occurred_at")
    Instant occurredAt;
    String metadata;

    /** Has the lead go back to a click, or to the discount code that stands for one. */
    void goBackTo(ClickId click, LinkId link, String code) {
        clickId = click;
        linkId = link;
        codeId = code;
    }

    /** @throws IllegalStateException for a quantity that cannot be: our own bug */
    LeadView view() {
        if (quantity < 0) {
            throw new IllegalStateException(id + " holds a quantity that cannot be: " + quantity);
        }
        return new LeadView(id, workspaceId, mode, customerId, linkId, clickId, codeId, eventName,
                source, quantity, rewardable, occurredAt);
    }
}
