package org.conversions.web.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.stream.Stream;
import org.conversions.access.ApiKeys;
import org.conversions.access.Area;
import org.conversions.access.CreatedKey;
import org.conversions.access.KeyKind;
import org.conversions.access.KeyView;
import org.conversions.access.NewKey;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.Parameters;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API keys of the caller's workspace. */
@Path("keys")
@RequestScoped
@KeyScope(Area.KEYS)
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
     * @param mode      live or test; left out for that of the key that makes it. What a test key brings is test data, and
     *                  it sees no other
     * @param scopes    apis.all (the default), apis.read, or those of single areas, such as links.read and links.write;
     *                  who may write may read
     * @param expiresAt left out for never
     */
    public record NewApiKey(String name, String kind, String mode, List<String> scopes, String expiresAt) {

        /** @param otherwise the mode when none is named */
        public NewKey newKey(Mode otherwise) {
            return new NewKey(name,
                    kind == null ? KeyKind.SECRET : Word.find(KeyKind.class, kind).orElseThrow(() ->
                            RequestRefused.unprocessable("field_value_unknown",
                                    "kind: must be one of secret, publishable")),
                    ListQuery.given(mode) == null ? otherwise : mode(mode), set(scopes),
                    expiresAt == null ? null : Parameters.instant("expiresAt", expiresAt));
        }

        private static Mode mode(String text) {
            return Stream.of(Mode.LIVE, Mode.TEST).filter(mode -> mode.text().equals(text)).findFirst().orElseThrow(() ->
                    RequestRefused.unprocessable("field_value_unknown", "mode: must be one of live, test"));
        }
    }

    /**
     * A change of a key; null leaves a field as it is.
     *
     * @param scopes as at its creation, and at least one
     */
    public record ApiKeyChange(String name, List<String> scopes) {
    }

    /** @param key the key itself, in the answer to its creation and never again */
    public record ApiKeyAnswer(
            @Required String id, @Required String name, @Required String kind, @Required String mode, String key,
            @Required String hint,
            @Required Set<String> scopes, Instant expiresAt, Instant lastUsedAt, @Required Instant createdAt) {

        public static ApiKeyAnswer of(KeyView view, String token) {
            return new ApiKeyAnswer(view.id(), view.name(), view.kind().text(), view.mode().text(), token, view.hint(), view.scopes(),
                    view.expiresAt(), view.lastUsedAt(), view.createdAt());
        }
    }

    @GET
    @Operation(summary = "List the API keys")
    public List<ApiKeyAnswer> list() {
        return keys.list(caller.workspaceId(), caller.mode()).stream().map(view -> ApiKeyAnswer.of(view, null)).toList();
    }

    @POST
    @Operation(summary = "Create an API key; the answer shows it, and nothing ever will again")
    @APIResponseSchema(value = ApiKeyAnswer.class, responseCode = "201")
    public Response create(NewApiKey draft) {
        NewKey key = draft.newKey(caller.mode());
        caller.mode(key.mode().text());
        CreatedKey created = keys.create(caller.workspaceId(), key);
        return Response.status(Response.Status.CREATED)
                .entity(ApiKeyAnswer.of(created.key(), created.token())).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change the name or the scopes of an API key; it stays the same key")
    public ApiKeyAnswer change(@PathParam("id") String id, ApiKeyChange change) {
        return ApiKeyAnswer.of(keys.change(caller.workspaceId(), caller.mode(), id, change.name(), set(change.scopes())), null);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an API key; it is refused from then on")
    public Deleted delete(@PathParam("id") String id) {
        keys.delete(caller.workspaceId(), caller.mode(), id);
        return new Deleted(id);
    }

    private static Set<String> set(List<String> scopes) {
        return scopes == null ? null : new HashSet<>(scopes);
    }
}
