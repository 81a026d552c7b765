package org.conversions.web.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.conversions.access.oauth.ClientCredentials;
import org.conversions.access.oauth.OAuthError;
import org.conversions.access.oauth.OAuthTokens;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The token endpoint (RFC 6749, section 3.2): gives apps tokens for a code or for a refresh token. */
@Path("oauth/token")
@RequestScoped
@Public
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class TokenResource {

    /** The form. The secret may be in a Basic header instead. */
    public record TokenForm(@Required @JsonProperty("grant_type") String grantType, @JsonProperty("client_id") String clientId,
                            @JsonProperty("client_secret") String clientSecret, String code,
                            @JsonProperty("redirect_uri") String redirectUri, @JsonProperty("code_verifier") String codeVerifier,
                            @JsonProperty("refresh_token") String refreshToken, String scope) {
    }

    @Inject
    private AppForms forms;
    @Inject
    private OAuthTokens tokens;

    @POST
    @Operation(summary = "Exchange a code or a refresh token for tokens",
            description = "`grant_type` is `authorization_code` or `refresh_token`. Both are good once: who uses one again ends"
                    + " all that came of it.")
    @APIResponseSchema(OAuthAnswer.Tokens.class)
    @APIResponse(responseCode = "400", description = "In OAuth's words: invalid_request, invalid_grant, invalid_scope,"
            + " unsupported_grant_type.", content = @Content(schema = @Schema(implementation = OAuthAnswer.Problem.class)))
    @APIResponse(responseCode = "401", description = "invalid_client: the app did not prove who it is.",
            content = @Content(schema = @Schema(implementation = OAuthAnswer.Problem.class)))
    public Response token(@Context HttpServletRequest request, @RequestBody(content = @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED, schema = @Schema(implementation = TokenForm.class))) InputStream body)
            throws IOException {
        return forms.answer(request, body, this::answer);
    }

    private OAuthAnswer answer(ClientCredentials app, FormParameters form) {
        String grantType = form.get("grant_type").orElse("");
        return switch (grantType) {
            case "authorization_code" -> exchange(app, form);
            case "refresh_token" -> form.get("refresh_token")
                    .map(token -> OAuthAnswer.of(tokens.refresh(app, token, form.get("scope").orElse(null))))
                    .orElseGet(() -> missing("refresh_token"));
            case "" -> missing("grant_type");
            default -> OAuthAnswer.refused(new OAuthError("unsupported_grant_type",
                    "grant_type: must be authorization_code or refresh_token."));
        };
    }

    private OAuthAnswer exchange(ClientCredentials app, FormParameters form) {
        for (String name : new String[] {"code", "redirect_uri", "code_verifier"}) {
            if (form.get(name).isEmpty()) {
                return missing(name);
            }
        }
        return OAuthAnswer.of(tokens.exchange(app, form.values().get("code"), form.values().get("redirect_uri"),
                form.values().get("code_verifier")));
    }

    private static OAuthAnswer missing(String name) {
        return OAuthAnswer.refused(OAuthError.invalidRequest(name + ": must be there."));
    }
}
