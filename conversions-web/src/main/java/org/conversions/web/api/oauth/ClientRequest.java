package org.conversions.web.api.oauth;

import java.util.HashSet;
import java.util.List;
import org.conversions.access.oauth.NewOAuthClient;
import org.conversions.web.openapi.Required;

/**
 * An app to be registered.
 *
 * @param developer    who makes it, as people are told
 * @param redirectUris up to five addresses to which people may be sent back: https, or http on the person's own machine.
 *                     They are compared character by character
 * @param confidential whether it can keep a secret, which an app in a browser or on a phone cannot; false when left out
 * @param scopes       the most that it may ask for; all that an app can have when left out
 */
public record ClientRequest(@Required String name, @Required String developer, @Required List<String> redirectUris,
                            Boolean confidential, List<String> scopes) {

    NewOAuthClient draft() {
        return new NewOAuthClient(name, developer, redirectUris, Boolean.TRUE.equals(confidential),
                scopes == null ? null : new HashSet<>(scopes));
    }
}
