package org.conversions.lead;

import java.time.Instant;
import org.conversions.customer.CustomerClick;
import org.conversions.customer.CustomerView;

/** A lead that somebody reports. @param metadata JSON text or null */
public record LeadDraft(CustomerView customer, CustomerClick click, String eventName, int quantity,
                        Instant occurredAt, String metadata, LeadSource source) {

    /** Makes one that the merchant's own server reports. */
    public LeadDraft(CustomerView customer, CustomerClick click, String eventName, int quantity, Instant occurredAt, String metadata) {
        this(customer, click, eventName, quantity, occurredAt, metadata, LeadSource.TRACKED);
    }
}
