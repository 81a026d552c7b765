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

/** The revocation endpoint (RFC 7009): an app gives back a token, and all that it belongs to ends. */
@Path("oauth/revoke")
@RequestScoped
@Public
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class RevocationResource {

    /** The form. The secret may be in a Basic header instead. @param tokenTypeHint without effect: both kinds are looked for */
    public record RevocationForm(@Required String token, @JsonProperty("token_type_hint") String tokenTypeHint,
                                 @JsonProperty("client_id") String clientId,
                                 @JsonProperty("client_secret") String clientSecret) {
    }

    /** Nothing: a token that there was and one that there was not are answered alike. */
    public record Revoked() {
    }

    @Inject
    private AppForms forms;
    @Inject
    private OAuthTokens tokens;

    @POST
    @Operation(summary = "End an access token or a refresh token, and all that came of the same consent",
            description = "A token that there is not is answered in the same way.")
    @APIResponseSchema(Revoked.class)
    @APIResponse(responseCode = "400", description = "In OAuth's words: invalid_request, or invalid_grant for a token of another"
            + " app.", content = @Content(schema = @Schema(implementation = OAuthAnswer.Problem.class)))
    @APIResponse(responseCode = "401", description = "invalid_client: the app did not prove who it is.",
            content = @Content(schema = @Schema(implementation = OAuthAnswer.Problem.class)))
    public Response revoke(@Context HttpServletRequest request, @RequestBody(content = @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED, schema = @Schema(implementation = RevocationForm.class)))
            InputStream body) throws IOException {
        return forms.answer(request, body, this::answer);
    }

    private OAuthAnswer answer(ClientCredentials app, FormParameters form) {
        return form.get("token").map(token -> tokens.revoke(app, token).map(OAuthAnswer::refused)
                        .orElseGet(() -> new OAuthAnswer(new Revoked(), null)))
                .orElseGet(() -> OAuthAnswer.refused(OAuthError.invalidRequest("token: must be there.")));
    }
}
