package org.conversions.web.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.conversions.access.oauth.OAuthError;
import org.conversions.access.oauth.TokenAnswer;
import org.conversions.web.openapi.Required;

/**
 * An answer to an app, in the JSON that RFC 6749 prescribes.
 *
 * @param entity what it gets; null for an empty answer
 * @param error  null for a success
 */
record OAuthAnswer(Object entity, OAuthError error) {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Tokens. */
    public record Tokens(@Required @JsonProperty("access_token") String accessToken,
                         @Required @JsonProperty("token_type") String tokenType, @JsonProperty("expires_in") long expiresIn,
                         @Required @JsonProperty("refresh_token") String refreshToken, @Required String scope) {

        /** Leaves the tokens out, so that they cannot get into a log. */
        @Override
        public String toString() {
            return "Tokens[" + scope + "]";
        }
    }

    /** An error. */
    public record Problem(@Required String error, @Required @JsonProperty("error_description") String errorDescription) {
    }

    static OAuthAnswer of(TokenAnswer answer) {
        return answer instanceof TokenAnswer.Issued issued
                ? new OAuthAnswer(new Tokens(issued.accessToken(), "Bearer", issued.expiresInSeconds(), issued.refreshToken(),
                        String.join(" ", issued.scopes())), null)
                : refused(((TokenAnswer.Refused) answer).error());
    }

    static OAuthAnswer refused(OAuthError error) {
        return new OAuthAnswer(new Problem(error.code(), error.description()), error);
    }

    /** Returns whether somebody may have guessed. */
    boolean isGuess() {
        return error != null && Set.of("invalid_client", "invalid_grant").contains(error.code());
    }

    Response response() {
        if (error == null) {
            return uncached(Response.ok(entity)).build();
        }
        Response.ResponseBuilder answer = uncached(Response.status(error.code().equals("invalid_client") ? 401 : 400)
                .entity(entity));
        return (error.code().equals("invalid_client")
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Conversions\"") : answer).build();
    }

    static Response tooMany(long retryAfterSeconds) {
        return uncached(Response.status(TOO_MANY_REQUESTS).entity(new Problem("temporarily_unavailable",
                "Too many wrong secrets, codes or tokens. Try again in " + retryAfterSeconds + " seconds.")))
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
    }

    /** RFC 6749, section 5.1, asks for both. */
    private static Response.ResponseBuilder uncached(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
    }
}
