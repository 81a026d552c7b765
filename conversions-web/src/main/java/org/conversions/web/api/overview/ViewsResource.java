package org.conversions.web.api.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import org.conversions.access.Area;
import org.conversions.overview.SavedView;
import org.conversions.overview.Views;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.AnyRole;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Views of the figures that were saved under a name. */
@Path("views")
@RequestScoped
@KeyScope(Area.ANALYTICS)
@AnyRole
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class ViewsResource {

    /**
     * @param name   1 to 60 characters; required for a new one
     * @param query  what the address of the page has after its question mark; required for a new one
     * @param shared whether all of the workspace see it, which is the default; else only its author
     */
    public record ViewRequest(String name, String query, Boolean shared) {
    }

    /**
     * A view of the figures.
     *
     * @param name   once for each owner: the workspace, or a person
     * @param query  what the address of the page has after its question mark
     * @param shared whether all of the workspace see it, or only its author
     * @param author null for a key, and for a person who is not there any more
     */
    public record SavedViewAnswer(@Required String id, @Required String name, @Required String query, boolean shared,
                                  AuthorAnswer author, @Required Instant createdAt) {

        static SavedViewAnswer of(SavedView view) {
            return new SavedViewAnswer(view.id(), view.name(), view.query(), view.shared(), AuthorAnswer.of(view.author()),
                    view.createdAt());
        }
    }

    @Inject
    private Views views;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the saved views by name",
            description = "Those that all of the workspace see and, for a person, their own.")
    public List<SavedViewAnswer> list(@BeanParam ListQuery list) {
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported", "startingAfter, endingBefore: views are listed by page");
        }
        return views.list(Teammates.of(caller), list.page()).stream().map(SavedViewAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Save a view under a name", description = "Viewers save views that only they see.")
    @APIResponseSchema(value = SavedViewAnswer.class, responseCode = "201")
    public Response create(ViewRequest request) {
        return Response.status(Response.Status.CREATED).entity(SavedViewAnswer.of(
                views.create(Teammates.of(caller), request.name(), request.query(), request.shared()))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a saved view; what is left out or null stays",
            description = "Only its author can take a view from the others.")
    public SavedViewAnswer update(@PathParam("id") String id, ViewRequest request) {
        return SavedViewAnswer.of(views.update(Teammates.of(caller), id, request.name(), request.query(), request.shared()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a saved view")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(views.delete(Teammates.of(caller), id));
    }
}
