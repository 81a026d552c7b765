package org.conversions.access.oauth;

import java.util.Optional;

/**
 * What a code is bound to, and the rules for whoever brings it, one method each. Who has not everything right neither uses the
 * code up nor ends anything: a code alone, which a browser's history shows, is good for nothing.
 */
record CodeBinding(String clientId, String redirectUri, String codeChallenge) {

    /** @return the first thing that is wrong */
    Optional<OAuthError> check(String client, String redirect, String verifier) {
        return checkClient(client).or(() -> checkRedirect(redirect)).or(() -> checkVerifier(verifier));
    }

    /** Says no more than of a code that there is not. */
    Optional<OAuthError> checkClient(String client) {
        return clientId.equals(client) ? Optional.empty() : Optional.of(unknown());
    }

    Optional<OAuthError> checkRedirect(String redirect) {
        return redirectUri.equals(redirect) ? Optional.empty()
                : Optional.of(OAuthError.invalidGrant("redirect_uri: must be the same as in the request for authorization."));
    }

    Optional<OAuthError> checkVerifier(String verifier) {
        return CodeVerifier.matches(verifier, codeChallenge) ? Optional.empty()
                : Optional.of(OAuthError.invalidGrant("code_verifier: is not the one that the challenge was made from."));
    }

    static OAuthError unknown() {
        return OAuthError.invalidGrant("code: is unknown, has expired, or was used before.");
    }
}
