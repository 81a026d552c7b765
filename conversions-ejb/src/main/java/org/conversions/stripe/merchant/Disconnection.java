package org.conversions.stripe.merchant;

/**
 * The end of a connection.
 *
 * @param endedAtStripe whether what Stripe kept of it is gone too: the endpoint that this server had made there, or the access
 *                      that the merchant had given; null when there was nothing
 * @param problem       a sentence when that is not so: what the merchant has to remove by hand
 */
public record Disconnection(String connectionId, Boolean endedAtStripe, String problem) {
}
