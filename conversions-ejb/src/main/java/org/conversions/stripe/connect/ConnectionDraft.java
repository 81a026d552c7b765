package org.conversions.stripe.connect;

import java.util.List;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/**
 * A connection to be made.
 *
 * @param account        empty for an endpoint that is added by hand and whose events name no account
 * @param signingSecrets {@code whsec_…} of that endpoint, two while one is being rolled; null or empty when given later
 * @param apiKey         the account's own restricted or secret key, to ask Stripe with; null or empty for none
 * @param endpoint       empty when this server has made none at Stripe
 */
public record ConnectionDraft(Mode mode, Optional<ProvenAccount> account, List<String> signingSecrets, String apiKey,
                              Optional<OwnEndpoint> endpoint) {

    public ConnectionDraft(Mode mode, Optional<ProvenAccount> account, List<String> signingSecrets, String apiKey) {
        this(mode, account, signingSecrets, apiKey, Optional.empty());
    }

    /** @throws RequestRefused unprocessable for what is no mode */
    public static Mode mode(String text) {
        try {
            return Mode.of(text);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.unprocessable("field_value_unknown", e.getMessage());
        }
    }

    String accountId() {
        return account.map(ProvenAccount::accountId).orElse("");
    }
}
