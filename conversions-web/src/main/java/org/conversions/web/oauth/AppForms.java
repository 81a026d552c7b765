package org.conversions.web.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.conversions.access.oauth.ClientCredentials;
import org.conversions.access.oauth.OAuthError;
import org.conversions.web.api.body.Bodies;
import org.conversions.web.front.TrustedProxies;
import org.conversions.web.limit.TokenTries;

/** Reads what an app posts, finds out which app it is, and counts what may be guesses. */
@ApplicationScoped
class AppForms {

    private static final int BYTES_MAX = 16 * 1024;

    @Inject
    private Bodies bodies;
    @Inject
    private TokenTries tries;
    @Inject
    private TrustedProxies proxies;

    /** @param operation what the app wants, with its form */
    Response answer(HttpServletRequest request, InputStream body, BiFunction<ClientCredentials, FormParameters, OAuthAnswer> operation)
            throws IOException {
        if (!isForm(request.getContentType())) {
            return OAuthAnswer.refused(OAuthError.invalidRequest(
                    "The body must be a form: send Content-Type: " + MediaType.APPLICATION_FORM_URLENCODED + ".")).response();
        }
        FormParameters form = FormParameters.of(bodies.read(body, request.getHeader(HttpHeaders.CONTENT_LENGTH), BYTES_MAX));
        if (!form.repeated().isEmpty()) {
            return OAuthAnswer.refused(OAuthError.invalidRequest("A parameter must be there once only.")).response();
        }
        ClientAuthentication client = ClientAuthentication.of(request.getHeader(HttpHeaders.AUTHORIZATION), form);
        if (client.mistake() != null) {
            return OAuthAnswer.refused(client.mistake()).response();
        }
        return counted(client.app(), proxies.visitor(request), form, operation);
    }

    private Response counted(ClientCredentials app, String address, FormParameters form,
                             BiFunction<ClientCredentials, FormParameters, OAuthAnswer> operation) {
        OptionalLong wait = tries.refused(app.clientId(), address);
        if (wait.isPresent()) {
            return OAuthAnswer.tooMany(wait.getAsLong());
        }
        OAuthAnswer answer = operation.apply(app, form);
        if (answer.isGuess()) {
            tries.failed(app.clientId(), address);
        }
        return answer.response();
    }

    private static boolean isForm(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip()
                .equals(MediaType.APPLICATION_FORM_URLENCODED);
    }
}
