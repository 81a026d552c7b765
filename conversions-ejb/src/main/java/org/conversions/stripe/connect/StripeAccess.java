package org.conversions.stripe.connect;

import org.conversions.workspace.Mode;

/**
 * How Stripe is asked about a connection.
 *
 * @param apiKey    in clear
 * @param accountId the account that a platform's key is used for; null when the key is the account's own
 */
public record StripeAccess(Mode mode, String apiKey, String accountId) {

    /** Never the key: a record's own text would have it. */
    @Override
    public String toString() {
        return mode.text() + " " + accountId;
    }
}
