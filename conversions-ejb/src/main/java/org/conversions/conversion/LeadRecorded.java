package org.conversions.conversion;

/** A lead was recorded in this transaction. */
public record LeadRecorded(LeadView lead) {
}
