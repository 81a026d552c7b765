package org.conversions.lead;

/**
 * More became known of a lead in this transaction: it counts for more, goes back to another click, or belongs to
 * another buyer.
 *
 * @param after null when the lead turned out to be none: the buyer was known before under another id
 */
public record LeadCorrected(LeadView before, LeadView after) {
}
