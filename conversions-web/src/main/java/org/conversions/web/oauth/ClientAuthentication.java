package org.conversions.web.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.access.oauth.ClientCredentials;
import org.conversions.access.oauth.OAuthError;
import org.conversions.address.UrlQuery;

/**
 * The ways in which an app says who it is: its id and secret in the form, or both in the header, never in the two at once; the
 * id alone where it has no secret.
 *
 * @param app     null when it did not say so as it must
 * @param mistake null when it did
 */
record ClientAuthentication(ClientCredentials app, OAuthError mistake) {

    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+={0,2}) *");

    /** @param authorization the whole header, or null when there is none */
    static ClientAuthentication of(String authorization, FormParameters form) {
        if (authorization != null && !authorization.isBlank()) {
            return header(authorization, form);
        }
        return form.get("client_id").map(id -> known(id, form.get("client_secret").orElse(null)))
                .orElseGet(() -> wrong(OAuthError.invalidRequest("client_id: must be there.")));
    }

    private static ClientAuthentication header(String authorization, FormParameters form) {
        Optional<ClientCredentials> basic = basic(authorization);
        if (basic.isEmpty()) {
            return wrong(OAuthError.invalidClient());
        }
        if (form.get("client_secret").isPresent()) {
            return wrong(OAuthError.invalidRequest("client_secret: must be in the form or in the header, not in both."));
        }
        if (form.get("client_id").filter(id -> !id.equals(basic.get().clientId())).isPresent()) {
            return wrong(OAuthError.invalidRequest("client_id: must be the same in the form and in the header."));
        }
        return new ClientAuthentication(basic.get(), null);
    }

    /** Both parts are encoded as in a form before they are joined: RFC 6749, section 2.3.1. */
    private static Optional<ClientCredentials> basic(String authorization) {
        Matcher header = BASIC.matcher(authorization);
        if (!header.matches()) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.group(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64
        }
        int colon = pair.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String secret = UrlQuery.value('=' + pair.substring(colon + 1));
        return Optional.of(new ClientCredentials(UrlQuery.value('=' + pair.substring(0, colon)), secret.isEmpty() ? null : secret));
    }

    private static ClientAuthentication known(String id, String secret) {
        return new ClientAuthentication(new ClientCredentials(id, secret), null);
    }

    private static ClientAuthentication wrong(OAuthError error) {
        return new ClientAuthentication(null, error);
    }
}
