/**
 * Leads and sales: which click a payment goes back to and why, and what became of its money. What is recorded follows
 * from all that is known, in whatever order it became known; later rooms hear of it inside the same transaction, by
 * {@link org.conversions.conversion.LeadRecorded} and {@link org.conversions.conversion.SaleRecorded}, by
 * {@link org.conversions.conversion.LeadCorrected} and {@link org.conversions.conversion.SaleCorrected} when more became
 * known, and by {@link org.conversions.conversion.SaleAdjusted} when money went back.
 */
package org.conversions.conversion;
