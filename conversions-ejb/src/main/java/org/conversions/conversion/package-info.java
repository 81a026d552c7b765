/**
 * Leads and sales: which click a payment goes back to and why, and what became of its money. Later rooms hear of it
 * by {@link org.conversions.conversion.LeadRecorded}, {@link org.conversions.conversion.SaleRecorded} and
 * {@link org.conversions.conversion.SaleRefunded}, inside the same transaction.
 */
package org.conversions.conversion;
