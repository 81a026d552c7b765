package org.conversions.web.api.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conversions.access.oauth.CreatedOAuthClient;
import org.conversions.access.oauth.OAuthClientView;
import org.conversions.web.openapi.Required;

/**
 * An app.
 *
 * @param clientId     what it calls itself in requests: its id
 * @param clientSecret in the answer to its creation and never again; null for one that has none
 */
public record ClientAnswer(@Required String id, @Required String clientId, @Required String name, @Required String developer,
                           @Required List<String> redirectUris, boolean confidential, @Required Set<String> scopes,
                           String clientSecret, @Required Instant createdAt) {

    static ClientAnswer of(CreatedOAuthClient created) {
        return of(created.client(), created.secret());
    }

    static ClientAnswer of(OAuthClientView view) {
        return of(view, null);
    }

    private static ClientAnswer of(OAuthClientView view, String secret) {
        return new ClientAnswer(view.id(), view.id(), view.name(), view.developer(), view.redirectUris(), view.confidential(),
                view.scopes(), secret, view.createdAt());
    }

    /** Leaves the secret out, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ClientAnswer[" + id + "]";
    }
}
