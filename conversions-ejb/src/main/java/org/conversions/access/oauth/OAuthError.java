package org.conversions.access.oauth;

import java.util.regex.Pattern;

/**
 * An error in the words of OAuth, which its clients know.
 *
 * @param code        one of RFC 6749: invalid_request, invalid_client, invalid_grant, …
 * @param description a sentence for the developer of the app
 */
public record OAuthError(String code, String description) {

    /** RFC 6749, section 5.2: neither quotation marks nor backslashes. */
    private static final Pattern DESCRIPTION = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    public OAuthError {
        if (!DESCRIPTION.matcher(description).matches()) {
            throw new IllegalArgumentException("OAuth does not allow these characters: " + description);
        }
    }

    public static OAuthError invalidRequest(String description) {
        return new OAuthError("invalid_request", description);
    }

    public static OAuthError invalidClient() {
        return new OAuthError("invalid_client", "The app is unknown, or it did not prove who it is as it was registered to.");
    }

    static OAuthError invalidGrant(String description) {
        return new OAuthError("invalid_grant", description);
    }

    static OAuthError invalidScope(String description) {
        return new OAuthError("invalid_scope", description);
    }
}
