package org.conversions.web.oauth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.conversions.access.KeyHolder;
import org.conversions.access.oauth.AppIdentity;
import org.conversions.access.oauth.OAuthTokens;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.AppDoor;
import org.conversions.web.security.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells an app whose consent it has, and for which workspace. It takes an access token and no API key. */
@Path("oauth/userinfo")
@RequestScoped
@Public
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class UserinfoResource {

    /** A person and the workspace. */
    public record UserinfoAnswer(@Required String id, @Required String name, @Required Workspace workspace) {

        static UserinfoAnswer of(AppIdentity identity) {
            return new UserinfoAnswer(identity.personId(), identity.personName(),
                    new Workspace(identity.workspaceId().value(), identity.workspaceSlug(), identity.workspaceName()));
        }
    }

    public record Workspace(@Required String id, @Required String slug, @Required String name) {
    }

    @Inject
    private AppDoor door;
    @Inject
    private OAuthTokens tokens;

    @GET
    @Operation(summary = "Tell whose consent an access token stands for, and for which workspace",
            description = "The header is `Authorization: Bearer` and an access token.")
    @APIResponseSchema(UserinfoAnswer.class)
    @APIResponse(responseCode = "401", ref = "Unauthorized")
    public UserinfoAnswer get(@Context HttpServletRequest request) {
        KeyHolder app = door.check(request);
        return tokens.identity(app.workspaceId(), app.keyId()).map(UserinfoAnswer::of).orElseThrow(AppDoor::closed);
    }
}
