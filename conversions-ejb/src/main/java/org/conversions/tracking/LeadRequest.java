package org.conversions.tracking;

import org.conversions.customer.Credence;
import org.conversions.customer.CustomerDetails;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A lead as a merchant's server or site reports it, already checked for form.
 *
 * @param mode     of the key that it came with
 * @param clickId  the visitor's click, or null for one of a customer who is known
 * @param deferred true when only the customer and the click are kept; the lead is reported later without a click
 * @param quantity for how many leads it counts, 1 or more
 * @param metadata JSON text or null
 * @param credence the worth of the report: a page's brings only a customer whom no click has brought yet
 */
public record LeadRequest(WorkspaceId workspaceId, Mode mode, String externalId, CustomerDetails details, String clickId,
                          String eventName, boolean deferred, int quantity, String metadata, Credence credence) {
}
