package org.conversions.access.oauth;

import java.util.Set;

/**
 * An app's request for rights, as a person's browser brings it. A parameter without a value counts as left out.
 *
 * @param repeated the names of parameters that came more than once
 */
public record AuthorizationRequest(String clientId, String redirectUri, String responseType, String scope, String state,
                                   String codeChallenge, String codeChallengeMethod, Set<String> repeated) {

    public AuthorizationRequest {
        clientId = given(clientId);
        redirectUri = given(redirectUri);
        responseType = given(responseType);
        scope = given(scope);
        state = given(state);
        codeChallenge = given(codeChallenge);
        codeChallengeMethod = given(codeChallengeMethod);
    }

    private static String given(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
