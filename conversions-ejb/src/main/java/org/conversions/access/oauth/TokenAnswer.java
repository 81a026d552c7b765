package org.conversions.access.oauth;

import java.util.Set;

/**
 * The answer to an app that asks for tokens. A refusal is an answer too, and no exception: what a stolen code or token has
 * ended must stay ended, so its transaction commits.
 */
public sealed interface TokenAnswer {

    /** Tokens, shown this once. @param expiresInSeconds the life of the access token */
    record Issued(String accessToken, long expiresInSeconds, String refreshToken, Set<String> scopes) implements TokenAnswer {

        /** Leaves the tokens out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "Issued" + scopes;
        }
    }

    /** Nothing, and why. */
    record Refused(OAuthError error) implements TokenAnswer {
    }
}
