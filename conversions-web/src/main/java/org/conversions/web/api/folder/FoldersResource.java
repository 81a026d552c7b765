package org.conversions.web.api.folder;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.link.folder.FolderDraft;
import org.conversions.link.folder.FolderView;
import org.conversions.link.folder.Folders;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The folders that the caller's links are kept in. */
@Path("folders")
@RequestScoped
@KeyScope(Area.FOLDERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Folders")
public class FoldersResource {

    /**
     * @param accessLevel write is the only one: every key may use all folders
     * @param type        default or mega; kept for clients, a folder of this server holds any number of links
     */
    record FolderFields(String name, String description, String accessLevel, String type) {
    }

    /** @param type always default: see FolderFields */
    public record FolderAnswer(
            @Required String id, @Required String name, String description, @Required String type,
            @Required String accessLevel, @Required Instant createdAt, @Required Instant updatedAt) {

        static FolderAnswer of(FolderView folder) {
            return new FolderAnswer(folder.id(), folder.name(), folder.description(), DEFAULT, WRITE,
                    folder.createdAt(), folder.updatedAt());
        }
    }

    private static final String DEFAULT = "default";
    private static final String WRITE = "write";
    private static final Set<String> TYPES = Set.of(DEFAULT, "mega");

    @Inject
    private Folders folders;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the folders, the newest first")
    public List<FolderAnswer> list(@BeanParam ListQuery list, @QueryParam("search") String search) {
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "startingAfter, endingBefore: folders are listed by page");
        }
        return folders.list(caller.workspaceId(), given(search), list.page()).stream().map(FolderAnswer::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a folder")
    public FolderAnswer get(@PathParam("id") String id) {
        return FolderAnswer.of(folders.get(caller.workspaceId(), id));
    }

    @POST
    @Operation(summary = "Create a folder")
    @APIResponseSchema(value = FolderAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = FolderFields.class))) JsonNode body) {
        return Response.status(Response.Status.CREATED).entity(FolderAnswer.of(
                folders.create(caller.workspaceId(), changed(FolderDraft.EMPTY, new JsonFields(body))))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a folder; what is left out stays, what is null is cleared")
    public FolderAnswer update(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = FolderFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        changed(FolderDraft.EMPTY, fields);
        return FolderAnswer.of(folders.update(caller.workspaceId(), id, draft -> changed(draft, fields)));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "The same as PATCH, for older clients")
    public FolderAnswer replace(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = FolderFields.class))) JsonNode body) {
        return update(id, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a folder; its links stay, outside of any folder")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(folders.delete(caller.workspaceId(), id));
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    private static FolderDraft changed(FolderDraft draft, JsonFields fields) {
        String type = fields.text("type", DEFAULT);
        if (type == null || !TYPES.contains(type)) {
            throw RequestRefused.unprocessable("field_value_unknown", "type: must be default or mega");
        }
        String access = fields.text("accessLevel", WRITE);
        if (access != null && !access.equals(WRITE)) {
            throw RequestRefused.unprocessable("field_value_unknown",
                    "accessLevel: must be write, because every key may use every folder");
        }
        return new FolderDraft(fields.text("name", draft.name()), fields.text("description", draft.description()));
    }
}
