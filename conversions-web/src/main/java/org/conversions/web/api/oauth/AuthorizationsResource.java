package org.conversions.web.api.oauth;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.access.oauth.AppGrantView;
import org.conversions.access.oauth.AppGrants;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people granted to apps for the caller's workspace. */
@Path("oauth/authorizations")
@RequestScoped
@KeyScope(Area.KEYS)
@OwnersOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Apps")
public class AuthorizationsResource {

    @Inject
    private AppGrants grants;
    @Inject
    private Caller caller;

    /**
     * A grant of one person to one app.
     *
     * @param person     whose consent it is
     * @param lastUsedAt to the minute
     */
    public record AuthorizationAnswer(@Required String id, @Required App client, @Required Person person,
                                      @Required Set<String> scopes, @Required Instant createdAt, @Required Instant lastUsedAt) {

        static AuthorizationAnswer of(AppGrantView view) {
            return new AuthorizationAnswer(view.id(),
                    new App(view.client().id(), view.client().name(), view.client().developer()),
                    new Person(view.personEmail()), view.scopes(), view.createdAt(), view.lastUsedAt());
        }
    }

    public record App(@Required String id, @Required String name, @Required String developer) {
    }

    public record Person(@Required String email) {
    }

    @GET
    @Operation(summary = "List what apps were granted for the workspace, the newest first")
    public List<AuthorizationAnswer> list() {
        return grants.list(caller.workspaceId()).stream().map(AuthorizationAnswer::of).toList();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take back what an app was granted; its tokens are refused from then on")
    public Deleted revoke(@PathParam("id") String id) {
        grants.revoke(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
