package org.conversions.web.api.partner;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.partner.tag.PartnerTagView;
import org.conversions.partner.tag.PartnerTags;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags that partners are sorted by. */
@Path("partners/tags")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerTagsResource {

    /** A tag to be made, or its new name. */
    public record PartnerTagRequest(@Required String name) {
    }

    /** A tag as the API shows it. */
    public record PartnerTagAnswer(@Required String id, @Required String name) {

        static PartnerTagAnswer of(PartnerTagView tag) {
            return new PartnerTagAnswer(tag.id(), tag.name());
        }
    }

    @Inject
    private PartnerTags tags;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the tags of partners by name")
    public List<PartnerTagAnswer> list(@BeanParam ListQuery list, @QueryParam("search") String search) {
        if (list.page().byCursor()) {
            throw RequestRefused.unprocessable("field_not_supported", "startingAfter, endingBefore: tags are listed by page");
        }
        return tags.list(caller.workspaceId(), ListQuery.given(search), list.page()).stream().map(PartnerTagAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Create a tag of partners")
    @APIResponseSchema(value = PartnerTagAnswer.class, responseCode = "201")
    public Response create(PartnerTagRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(PartnerTagAnswer.of(tags.create(caller.workspaceId(), request.name()))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Rename a tag of partners")
    public PartnerTagAnswer update(@PathParam("id") String id, PartnerTagRequest request) {
        return PartnerTagAnswer.of(tags.rename(caller.workspaceId(), id, request.name()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a tag of partners; they stay")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(tags.delete(caller.workspaceId(), id));
    }
}
