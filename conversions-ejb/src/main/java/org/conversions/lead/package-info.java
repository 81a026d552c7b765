/**
 * Leads: who signed up, by which link and when. Later rooms hear of one inside the same transaction, by {@link
 * org.conversions.lead.LeadRecorded}, and by {@link org.conversions.lead.LeadCorrected} when more became known.
 */
package org.conversions.lead;
