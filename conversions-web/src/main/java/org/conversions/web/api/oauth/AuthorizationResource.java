package org.conversions.web.api.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.access.oauth.AuthorizationRequest;
import org.conversions.access.oauth.Authorizations;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.web.oauth.Issuer;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The question of the page /oauth/authorize to the person who is signed in, and the answer. Each says all of the app's request
 * again, so nothing is kept in between that could be exchanged.
 */
@Path("oauth/authorization")
@RequestScoped
@SignedIn
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class AuthorizationResource {

    /**
     * The app's request, with the person's answer to it.
     *
     * @param workspaceId the workspace that is meant; not needed for a no
     * @param approve     whether the app gets what it asks for
     */
    public record ConsentRequest(@JsonProperty("client_id") String clientId, @JsonProperty("redirect_uri") String redirectUri,
                                 @JsonProperty("response_type") String responseType, String scope, String state,
                                 @JsonProperty("code_challenge") String codeChallenge,
                                 @JsonProperty("code_challenge_method") String codeChallengeMethod, String workspaceId,
                                 @Required Boolean approve) {

        AuthorizationRequest request() {
            return new AuthorizationRequest(clientId, redirectUri, responseType, scope, state, codeChallenge,
                    codeChallengeMethod, Set.of());
        }

        /** @return null for a no */
        WorkspaceId chosen() {
            if (approve == null) {
                throw RequestRefused.unprocessable("field_missing", "approve: is required");
            }
            if (approve && (WorkspaceId.of(workspaceId) == null)) {
                throw RequestRefused.unprocessable("field_missing", "workspaceId: is required");
            }
            return approve ? new WorkspaceId(workspaceId) : null;
        }
    }

    /** @param redirectTo where the person is sent now, with the answer for the app */
    public record Redirection(@Required String redirectTo) {

        /** Leaves the address out, which may have a code in it that cannot get into a log. */
        @Override
        public String toString() {
            return "Redirection";
        }
    }

    @Inject
    private Authorizations authorizations;
    @Inject
    private Issuer issuer;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Tell what an app asks for, and for which workspaces the person can grant it",
            description = "The query is that of the app's request at `/oauth/authorize`. A mistake of the app has a `redirectTo`"
                    + " by which the app is told. An unknown app or address is a 400, and then nobody is sent anywhere.")
    public ConsentAnswer get(@QueryParam("client_id") String clientId, @QueryParam("redirect_uri") String redirectUri,
                             @QueryParam("response_type") String responseType, @QueryParam("scope") String scope,
                             @QueryParam("state") @Parameter(description = "What the app wants back with the answer")
                             String state,
                             @QueryParam("code_challenge") String codeChallenge,
                             @QueryParam("code_challenge_method") String codeChallengeMethod, @Context UriInfo address) {
        AuthorizationRequest request = new AuthorizationRequest(clientId, redirectUri, responseType, scope, state,
                codeChallenge, codeChallengeMethod, repeated(address));
        return ConsentAnswer.of(authorizations.consent(caller.person().personId(), request, issuer.address()),
                caller.person().person().email());
    }

    @POST
    @Operation(summary = "Grant an app what it asks for, or do not",
            description = "The answer says where the person is sent, with a code for the app or with its error.")
    public Redirection answer(ConsentRequest consent) {
        return new Redirection(authorizations.answer(caller.person().personId(), consent.request(), consent.chosen(),
                issuer.address()));
    }

    private static Set<String> repeated(UriInfo address) {
        return address.getQueryParameters().entrySet().stream().filter(parameter -> parameter.getValue().size() > 1)
                .map(parameter -> parameter.getKey()).collect(Collectors.toSet());
    }
}
