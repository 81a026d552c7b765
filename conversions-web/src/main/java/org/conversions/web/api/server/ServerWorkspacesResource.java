package org.conversions.web.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.access.ApiKeys;
import org.conversions.access.CreatedKey;
import org.conversions.access.FirstKeys;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.setup.CreatedWorkspace;
import org.conversions.setup.NewWorkspaces;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.api.workspace.KeyResource.ApiKeyAnswer;
import org.conversions.web.api.workspace.KeyResource.NewApiKey;
import org.conversions.web.api.workspace.PlanLimits;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.OperatorOnly;
import org.conversions.workspace.Mode;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.Plan;
import org.conversions.workspace.Plans;
import org.conversions.workspace.WorkspaceLimits;
import org.conversions.workspace.WorkspacePlan;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspaces of this server. */
@Path("server/workspaces")
@RequestScoped
@OperatorOnly
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server")
public class ServerWorkspacesResource {

    @Inject
    private Workspaces workspaces;
    @Inject
    private Plans plans;
    @Inject
    private NewWorkspaces newWorkspaces;
    @Inject
    private ApiKeys keys;

    /**
     * @param slug               small letters, digits and hyphens; left out for one made of the name
     * @param currency           of its figures; usd when left out
     * @param plan               free, pro, business, advanced or enterprise; left out for the one that the setting
     *                           conversions.plans.default names
     * @param apiKey             the secret key; left out for one that is made
     * @param publishableKey     the key that its sites may show; left out for one that is made
     * @param testApiKey         the secret key in test mode; left out for one that is made
     * @param testPublishableKey the key that sites may show in test mode; left out for one that is made
     */
    public record WorkspaceDraft(@Required String name, String slug, String currency, String plan, String apiKey,
                                 String publishableKey, String testApiKey, String testPublishableKey) {

        NewWorkspace checked() {
            return new NewWorkspace(name, slug, currency, plan == null ? null : Plan.of("plan", plan));
        }

        FirstKeys keys() {
            return new FirstKeys(Optional.ofNullable(apiKey), Optional.ofNullable(publishableKey),
                    Optional.ofNullable(testApiKey), Optional.ofNullable(testPublishableKey));
        }
    }

    /**
     * Another plan of a workspace, other limits, or both. What is left out stays.
     *
     * @param plan   free, pro, business, advanced or enterprise
     * @param limits null for none; a limit that is null is taken away
     */
    public record PlanFields(String plan, PlanLimits limits) {
    }

    /** The keys are in the answer to its creation and never again. */
    public record ServerWorkspaceAnswer(
            @Required String id, @Required String name, @Required String slug, @Required String currency, @Required String plan,
            @Required PlanLimits limits, @Required Instant createdAt, String apiKey, String publishableKey, String testApiKey,
            String testPublishableKey) {

        static ServerWorkspaceAnswer of(WorkspaceView view, FirstKeys keys) {
            return new ServerWorkspaceAnswer(view.id().value(), view.name(), view.slug(), view.currency(),
                    view.plan().plan().text(), PlanLimits.of(view.plan().limits()), view.createdAt(),
                    keys.secret().orElse(null), keys.publishable().orElse(null),
                    keys.testSecret().orElse(null), keys.testPublishable().orElse(null));
        }
    }

    @GET
    @Operation(summary = "List the workspaces of this server, the oldest first")
    public List<ServerWorkspaceAnswer> list(@QueryParam("page") @DefaultValue("1") int page,
                                            @QueryParam("pageSize") @DefaultValue("100") int pageSize) {
        return workspaces.list(new Page(page, pageSize, null, null)).stream()
                .map(view -> ServerWorkspaceAnswer.of(view, FirstKeys.NONE)).toList();
    }

    @POST
    @Operation(summary = "Make a workspace with its keys; the answer shows them, and nothing ever will again")
    @APIResponseSchema(value = ServerWorkspaceAnswer.class, responseCode = "201")
    public Response create(WorkspaceDraft draft) {
        CreatedWorkspace made = newWorkspaces.create(draft.checked(), draft.keys());
        return Response.status(Response.Status.CREATED)
                .entity(ServerWorkspaceAnswer.of(made.workspace(), made.keys())).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Give a workspace another plan or other limits",
            description = "What a lower plan does not include is refused from then on, and Stripe's events are kept as ignored"
                    + " (`plan_too_low`): after a higher plan they can be replayed. Links go on working on every plan, and what"
                    + " there is can be read and deleted. A limit of links takes away none that there are.")
    public ServerWorkspaceAnswer change(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = PlanFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        return ServerWorkspaceAnswer.of(plans.change(id(id), plan -> changed(plan, fields)), FirstKeys.NONE);
    }

    /** @throws RequestRefused unprocessable, naming the field */
    private static WorkspacePlan changed(WorkspacePlan before, JsonFields fields) {
        return new WorkspacePlan(Plan.of("plan", fields.text("plan", before.plan().text())),
                changed(before.limits(), fields.body().get("limits")));
    }

    private static WorkspaceLimits changed(WorkspaceLimits before, JsonNode limits) {
        if (limits == null || limits.isNull()) {
            return limits == null ? before : WorkspaceLimits.NONE;
        }
        if (!limits.isObject()) {
            throw JsonFields.refused("field_malformed", "limits", "must be an object");
        }
        JsonFields fields = new JsonFields(limits);
        return new WorkspaceLimits(fields.integer("links", before.links()),
                fields.integer("apiPerMinute", before.apiPerMinute()));
    }

    @POST
    @Path("{id}/keys")
    @Operation(summary = "Make an API key for a workspace, whoever has lost the others",
            description = "The answer shows the key, and nothing ever will again. It has all rights unless scopes are named.")
    @APIResponseSchema(value = ApiKeyAnswer.class, responseCode = "201")
    public Response createKey(@PathParam("id") String id, NewApiKey draft) {
        CreatedKey created = keys.create(id(id), draft.newKey(Mode.LIVE));
        return Response.status(Response.Status.CREATED)
                .entity(ApiKeyAnswer.of(created.key(), created.token())).build();
    }

    /** @throws RequestRefused not_found for a text that is no id */
    static WorkspaceId id(String text) {
        if (text.isBlank()) {
            throw RequestRefused.notFound("workspace_not_found", "Workspace not found.");
        }
        return new WorkspaceId(text);
    }
}
