package org.conversions.stripe.connect;

import java.util.List;

/**
 * A connection as the merchant names one.
 *
 * @param accountId      {@code acct_…}, or null for an endpoint that is added by hand and whose events name none
 * @param signingSecrets {@code whsec_…} of that endpoint, two while one is being rolled; may be given later
 * @param apiKey         the account's own restricted or secret key, to ask Stripe with; null or empty for none
 */
public record ConnectionDraft(String mode, String accountId, List<String> signingSecrets, String apiKey) {
}
