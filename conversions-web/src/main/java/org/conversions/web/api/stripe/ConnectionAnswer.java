package org.conversions.web.api.stripe;

import java.time.Instant;
import org.conversions.stripe.connect.ConnectionView;
import org.conversions.web.openapi.Required;

/**
 * A connection.
 *
 * @param endpointUrl only in the answer that made the connection; later a hint of its token is shown
 * @param apiKeyHint  the ends of the key, rk_live_…abcd; the key itself is never shown
 */
public record ConnectionAnswer(
        @Required String id, @Required String mode, String accountId, String endpointUrl, String endpointHint,
        boolean signingSecretSet, boolean apiKeySet, String apiKeyHint, @Required Instant createdAt) {

    /** @param baseUrl the public address of this server */
    public static ConnectionAnswer of(String baseUrl, ConnectionView view) {
        String url = view.endpointToken() == null ? null
                : baseUrl.replaceAll("/+$", "") + "/api/stripe/webhook/" + view.endpointToken();
        return new ConnectionAnswer(view.id(), view.mode(), view.accountId(), url, view.tokenHint(), view.signed(),
                view.apiKeyHint() != null, view.apiKeyHint(), view.createdAt());
    }
}
