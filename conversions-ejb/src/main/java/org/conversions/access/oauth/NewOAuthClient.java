package org.conversions.access.oauth;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * The draft of an app.
 *
 * @param developer    who makes it, as people are told
 * @param redirectUris where people may be sent back to
 * @param confidential whether it can keep a secret, which an app in a browser or on a phone cannot
 * @param scopes       the most that it may ask for; null or empty for all that an app can have
 */
public record NewOAuthClient(String name, String developer, List<String> redirectUris, boolean confidential,
                             Set<String> scopes) {

    /** @throws RequestRefused unprocessable_entity, naming the field */
    public NewOAuthClient {
        checkText("name", name);
        checkText("developer", developer);
        redirectUris = RedirectUris.checked(redirectUris);
        scopes = scopes == null || scopes.isEmpty() ? new TreeSet<>(Area.appScopes()) : scopes;
        if (!AppScopes.areKnown(scopes)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "scopes: must be among " + String.join(", ", Area.appScopes()));
        }
    }

    /** @return whether an app is this one by what it can do, whatever it is called */
    boolean describes(OAuthClientView client) {
        return client.confidential() == confidential && client.redirectUris().equals(redirectUris)
                && client.scopes().equals(scopes);
    }

    private static void checkText(String field, String text) {
        if (text == null || text.isBlank() || text.length() > TextColumn.LENGTH_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    field + ": must have 1 to " + TextColumn.LENGTH_MAX + " characters");
        }
    }
}
