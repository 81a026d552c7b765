package org.conversions.web.api.tag;

import static org.conversions.web.api.ListQuery.given;

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
import java.util.List;
import org.conversions.access.Area;
import org.conversions.link.tag.Tags;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.CommaList;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags that the caller's links are sorted by. */
@Path("tags")
@RequestScoped
@KeyScope(Area.TAGS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags")
public class TagsResource {

    /**
     * @param tag   the name, as older clients say it
     * @param color red, yellow, green, blue, purple, brown, gray or pink
     */
    public record TagRequest(String name, String tag, String color) {

        String called() {
            return name == null ? tag : name;
        }
    }

    @Inject
    private Tags tags;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the tags by name")
    public List<TagAnswer> list(@BeanParam ListQuery list, @QueryParam("search") String search,
                              @QueryParam("ids") @Parameter(description = "Repeated, or joined by commas")
                              List<String> ids, @QueryParam("sortOrder") String order) {
        String sortBy = list.sortBy("name");
        if (!List.of("name", "createdAt").contains(sortBy)) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be one of name, createdAt");
        }
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported",
                    "startingAfter, endingBefore: tags are listed by page");
        }
        return tags.list(caller.workspaceId(), given(search), CommaList.of("ids", ids), sortBy.equals("name"),
                given(order) == null || list.ascending(), list.page()).stream().map(TagAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Create a tag")
    @APIResponseSchema(value = TagAnswer.class, responseCode = "201")
    public Response create(TagRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(TagAnswer.of(tags.create(caller.workspaceId(), request.called(), request.color()))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a tag; what is left out or null stays")
    public TagAnswer update(@PathParam("id") String id, TagRequest request) {
        return TagAnswer.of(tags.update(caller.workspaceId(), id, request.called(), request.color()));
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "The same as PATCH, for older clients")
    public TagAnswer replace(@PathParam("id") String id, TagRequest request) {
        return update(id, request);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a tag; its links stay")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(tags.delete(caller.workspaceId(), id));
    }
}
