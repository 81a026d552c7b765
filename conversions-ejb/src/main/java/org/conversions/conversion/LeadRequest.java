package org.conversions.conversion;

/**
 * A lead as a merchant's server or site tells it, already checked for form.
 *
 * @param clickId    the visitor's click, or null for one of a customer who is known
 * @param deferred   only the customer and the click are kept; the lead is told later without a click
 * @param quantity   for how many leads it counts, 1 or more
 * @param metadata   JSON text or null
 * @param hearsay    true when a page tells it, whose word about name and email counts as long as nobody knows better
 */
public record LeadRequest(String workspaceId, String clickId, String eventName, String externalId, String name,
                          String email, String avatar, boolean deferred, int quantity, String metadata,
                          boolean hearsay) {
}
