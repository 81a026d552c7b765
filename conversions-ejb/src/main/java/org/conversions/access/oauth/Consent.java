package org.conversions.access.oauth;

import java.util.List;
import java.util.Set;
import org.conversions.account.Role;

/**
 * What a person is asked, and for which workspaces the answer can be yes.
 *
 * @param registeredBy the name of the workspace that the app is registered for; null for an app of the server
 * @param redirectHost where the person is sent back to
 * @param mistake      what is wrong with the request, and then nothing can be granted; null for nothing
 * @param redirectTo   where to tell the app of the mistake; null without one
 */
public record Consent(OAuthClientView client, String registeredBy, String redirectHost, Set<String> scopes,
                      List<Choice> choices, OAuthError mistake, String redirectTo) {

    /**
     * A workspace of the person.
     *
     * @param reason      the word for what is in the way; null when nothing is
     * @param explanation the same as a sentence
     */
    public record Choice(String id, String name, String slug, Role role, String reason, String explanation) {

        public boolean allowed() {
            return reason == null;
        }
    }
}
