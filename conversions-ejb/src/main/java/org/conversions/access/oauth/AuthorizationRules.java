package org.conversions.access.oauth;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The rules for a request for rights, one method each. Until it is certain which app asks and that the address is the app's,
 * a mistake is shown to the person, on a page of ours; afterwards it goes back to the app.
 */
final class AuthorizationRules {

    static final int STATE_MAX = 1_024;

    /** RFC 6749, appendix A.5. */
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7E]{1," + STATE_MAX + "}");
    /** SHA-256 in base64url without padding: RFC 7636, section 4.2. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private AuthorizationRules() {
    }

    /** @throws RequestRefused bad request, because there is nobody to answer to */
    static OAuthClientView checkClient(AuthorizationRequest request, Optional<OAuthClientView> client) {
        if (request.repeated().contains("client_id")) {
            throw RequestRefused.badRequest("client_unknown", "client_id: must be there once");
        }
        return client.orElseThrow(() -> RequestRefused.badRequest("client_unknown",
                "client_id: is that of no app that is registered here"));
    }

    /** @throws RequestRefused bad request, because whoever is there may not be the app */
    static void checkRedirect(AuthorizationRequest request, OAuthClientView client) {
        if (request.repeated().contains("redirect_uri")) {
            throw RequestRefused.badRequest("redirect_unknown", "redirect_uri: must be there once");
        }
        if (!client.redirectUris().contains(request.redirectUri() == null ? "" : request.redirectUri())) {
            throw RequestRefused.badRequest("redirect_unknown",
                    "redirect_uri: must be one of those that the app is registered with, character by character");
        }
    }

    /** @return the first thing that is wrong with the rest, for the app */
    static Optional<OAuthError> check(AuthorizationRequest request, OAuthClientView client) {
        return checkRepeated(request).or(() -> checkState(request)).or(() -> checkResponseType(request))
                .or(() -> checkChallenge(request)).or(() -> checkScope(request, client));
    }

    static Optional<OAuthError> checkRepeated(AuthorizationRequest request) {
        return when(!request.repeated().isEmpty(), OAuthError.invalidRequest("A parameter must be there once only."));
    }

    static Optional<OAuthError> checkState(AuthorizationRequest request) {
        return when(request.state() == null || !isState(request.state()), OAuthError.invalidRequest(
                "state: must be there and have at most " + STATE_MAX + " ASCII characters."));
    }

    static Optional<OAuthError> checkResponseType(AuthorizationRequest request) {
        if (request.responseType() == null) {
            return Optional.of(OAuthError.invalidRequest("response_type: must be there."));
        }
        return when(!request.responseType().equals("code"),
                new OAuthError("unsupported_response_type", "response_type: must be code."));
    }

    /** Without a method it would be plain, which proves nothing to who can read the request. */
    static Optional<OAuthError> checkChallenge(AuthorizationRequest request) {
        if (request.codeChallenge() == null) {
            return Optional.of(OAuthError.invalidRequest("code_challenge: must be there (PKCE)."));
        }
        return when(!"S256".equals(request.codeChallengeMethod()), OAuthError.invalidRequest("code_challenge_method: must be S256."))
                .or(() -> when(!CHALLENGE.matcher(request.codeChallenge()).matches(),
                        OAuthError.invalidRequest("code_challenge: must be 43 characters of base64url.")));
    }

    static Optional<OAuthError> checkScope(AuthorizationRequest request, OAuthClientView client) {
        return when(!client.scopes().containsAll(scopes(request, client)) || scopes(request, client).isEmpty(),
                OAuthError.invalidScope("scope: must be among those that the app is registered with."));
    }

    /** @return what is asked for; all that the app may ask for, when it does not say */
    static Set<String> scopes(AuthorizationRequest request, OAuthClientView client) {
        return request.scope() == null ? client.scopes() : AppScopes.of(request.scope());
    }

    /** @return whether it can be sent back */
    static boolean isState(String state) {
        return STATE.matcher(state).matches();
    }

    private static Optional<OAuthError> when(boolean wrong, OAuthError error) {
        return wrong ? Optional.of(error) : Optional.empty();
    }
}
