package org.conversions.tracking;

import org.conversions.customer.Credence;
import org.conversions.workspace.Mode;

/**
 * A lead as a merchant's server or site tells it, already checked for form.
 *
 * @param mode       of the key that it came with
 * @param clickId    the visitor's click, or null for one of a customer who is known
 * @param deferred   only the customer and the click are kept; the lead is told later without a click
 * @param quantity   for how many leads it counts, 1 or more
 * @param metadata   JSON text or null
 * @param credence   what it is worth: a page's word brings only whom nobody has brought yet
 */
public record LeadRequest(String workspaceId, Mode mode, String clickId, String eventName, String externalId, String name,
                          String email, String avatar, boolean deferred, int quantity, String metadata,
                          Credence credence) {
}
