package org.conversions.web.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.Parameters;
import org.conversions.web.security.Caller;
import org.conversions.workspace.ApiKeys;
import org.conversions.workspace.CreatedKey;
import org.conversions.workspace.KeyKind;
import org.conversions.workspace.KeyView;
import org.conversions.workspace.NewKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API keys of the caller's workspace. */
@Path("keys")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspace")
public class KeyResource {

    @Inject
    private ApiKeys keys;
    @Inject
    private Caller caller;

    /**
     * @param kind      secret (the default) or publishable
     * @param scopes    apis.all (the default) or apis.read
     * @param expiresAt left out for never
     */
    public record NewApiKey(String name, String kind, List<String> scopes, String expiresAt) {

        NewKey newKey() {
            return new NewKey(name,
                    kind == null ? KeyKind.SECRET : KeyKind.of(kind).orElseThrow(() ->
                            RequestRefused.unprocessable("kind: must be one of secret, publishable")),
                    scopes == null ? null : new HashSet<>(scopes),
                    expiresAt == null ? null : Parameters.instant("expiresAt", expiresAt));
        }
    }

    /** @param key the key itself, in the answer to its creation and never again */
    public record ApiKeyAnswer(String id, String name, String kind, String key, String hint, Set<String> scopes,
                               Instant expiresAt, Instant lastUsedAt, Instant createdAt) {

        static ApiKeyAnswer of(KeyView view, String token) {
            return new ApiKeyAnswer(view.id(), view.name(), view.kind().text(), token, view.hint(), view.scopes(),
                    view.expiresAt(), view.lastUsedAt(), view.createdAt());
        }
    }

    @GET
    @Operation(summary = "List the API keys")
    public List<ApiKeyAnswer> list() {
        return keys.list(caller.workspaceId()).stream().map(view -> ApiKeyAnswer.of(view, null)).toList();
    }

    @POST
    @Operation(summary = "Create an API key; the answer shows it, and nothing ever will again")
    @APIResponseSchema(value = ApiKeyAnswer.class, responseCode = "201")
    public Response create(NewApiKey wish) {
        CreatedKey created = keys.create(caller.workspaceId(), wish.newKey());
        return Response.status(Response.Status.CREATED)
                .entity(ApiKeyAnswer.of(created.key(), created.token())).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an API key; it is refused from then on")
    public Deleted delete(@PathParam("id") String id) {
        keys.delete(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
