package org.conversions.stripe.connect;

import java.time.Instant;

/**
 * A connection without its secrets.
 *
 * @param accountId     null for an endpoint that was added by hand
 * @param proof         the way in which it is known whose the account is: app, stripe_oauth, own_key, operator; null without one
 * @param endpointId    Stripe's id of the endpoint that this server made; null when it made none
 * @param endpointToken the last part of the endpoint's address; only in the answer that made it, else null
 * @param tokenHint     the first and last characters of the token
 * @param signed        true when a signing secret is stored
 * @param apiKeyHint    the first and last characters of the stored key; null without one
 */
public record ConnectionView(String id, String mode, String accountId, String proof, String endpointId, String endpointToken,
                             String tokenHint, boolean signed, String apiKeyHint, Instant createdAt) {
}
