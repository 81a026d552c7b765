package org.conversions.access.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.conversions.address.UrlQuery;

/**
 * The address at which the app gets its answer. It names this server (RFC 9207), so that an app with several cannot be led to
 * take the answer of one for that of another.
 *
 * @param redirectUri one of the app's, which may have a query of its own
 * @param state       what the app wants back; null when there is nothing that can be sent back
 * @param issuer      the public address of this server
 */
record AuthorizationResponse(String redirectUri, String state, String issuer) {

    /** @return the answer to a request whose redirect is the app's */
    static AuthorizationResponse to(AuthorizationRequest request, String issuer) {
        boolean known = request.state() != null && !request.repeated().contains("state")
                && AuthorizationRules.isState(request.state());
        return new AuthorizationResponse(request.redirectUri(), known ? request.state() : null, issuer);
    }

    String granted(String code) {
        return answered(UrlQuery.of(redirectUri).and(parameter("code", code)));
    }

    String refused(OAuthError error) {
        return answered(UrlQuery.of(redirectUri).and(parameter("error", error.code()))
                .and(parameter("error_description", error.description())));
    }

    private String answered(UrlQuery answer) {
        UrlQuery named = state == null ? answer : answer.and(parameter("state", state));
        return named.and(parameter("iss", issuer)).toString();
    }

    private static String parameter(String name, String value) {
        return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
