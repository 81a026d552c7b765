package org.conversions.stripe.api;

import org.conversions.workspace.Mode;

/**
 * The key by which Stripe is asked about a connection.
 *
 * @param apiKey    in clear
 * @param accountId the account that a platform's key is used for; null when the key is the account's own
 */
public record StripeAccess(Mode mode, String apiKey, String accountId) {

    /** Leaves the key out, which a record's own text would have. */
    @Override
    public String toString() {
        return mode.text() + " " + accountId;
    }
}
