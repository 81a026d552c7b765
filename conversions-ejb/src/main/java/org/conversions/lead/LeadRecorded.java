package org.conversions.lead;

/** A lead was recorded in this transaction. */
public record LeadRecorded(LeadView lead) {
}
