package org.conversions.web.api.link;

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
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.conversions.access.Area;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.platform.id.RowId;
import org.conversions.report.total.LinkList;
import org.conversions.report.total.LinkOrder;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.BodyFields;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The short links of the caller's workspace. A link is named by its id or by ext_ and the merchant's own id of it. */
@Path("links")
@RequestScoped
@KeyScope(Area.LINKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinksResource {

    private static final String SORT = "createdAt";

    @Inject
    private Links links;
    @Inject
    private LinkList list;
    @Inject
    private LinkChanges changes;
    @Inject
    private LinkDrafts drafts;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @POST
    @Operation(summary = "Create a link; without a key it gets a random one")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewLink")))
    @BodyFields(LinkFields.class)
    public LinkAnswer create(JsonNode body) {
        return answers.ofNew(changes.create(caller.workspaceId(), drafts.of(request(body))));
    }

    @PUT
    @Path("upsert")
    @Operation(summary = "Change the link that is meant, or create it",
            description = "The link with the externalId when one is given, else the one with the key, else the oldest"
                    + " with this url. Calls at the same time make one link.")
    public LinkAnswer upsert(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = LinkFields.class))) JsonNode body) {
        LinkRequest request = request(body);
        return answers.of(changes.upsert(caller.workspaceId(), drafts.of(request), request::applyTo), caller.mode());
    }

    @PATCH
    @Path("update")
    @Operation(summary = "The same as PUT /links/upsert, for older clients")
    public LinkAnswer upsertByPatch(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = LinkFields.class))) JsonNode body) {
        return upsert(body);
    }

    @GET
    @Operation(summary = "List links, the newest first unless sortBy says otherwise",
            description = "sortBy: createdAt, clicks, leads, sales or saleAmount, which is what is left after refunds."
                    + " Leads and sales are those of the mode. Cursors go with createdAt only.")
    public List<LinkAnswer> list(@BeanParam LinkQuery which, @BeanParam LinkPage page, @BeanParam ListQuery query) {
        LinkOrder order = Word.find(LinkOrder.class, query.sortBy(SORT)).orElseThrow(() -> RequestRefused.unprocessable(
                "field_value_unknown", "sortBy: must be one of createdAt, clicks, leads, sales, saleAmount"));
        page.refuseMixture();
        boolean ascending = query.ascending();
        Mode mode = query.mode(caller);
        return answers.of(which.filter()
                .map(filter -> list.list(caller.workspaceId(), filter, order, ascending, query.page(), mode))
                .orElse(List.of()), mode);
    }

    @GET
    @Path("info")
    @Operation(summary = "Read the link with this linkId, externalId, or domain and key")
    public LinkAnswer info(@QueryParam("linkId") String linkId, @QueryParam("externalId") String externalId,
                           @QueryParam("domain") String domain, @QueryParam("key") String key,
                           @QueryParam("mode") String mode) {
        Optional<LinkView> link;
        if (linkId != null) {
            link = links.find(caller.workspaceId(), linkId);
        } else if (externalId != null) {
            link = links.find(caller.workspaceId(), externalId.startsWith("ext_") ? externalId : "ext_" + externalId);
        } else if (domain != null && key != null) {
            link = links.find(caller.workspaceId(), domain, key);
        } else {
            throw RequestRefused.unprocessable("field_missing",
                    "linkId: name the link by linkId, externalId, or domain and key");
        }
        return answers.of(found(link), caller.mode(mode));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a link")
    public LinkAnswer get(@PathParam("id") String id, @QueryParam("mode") String mode) {
        return answers.of(found(links.find(caller.workspaceId(), id)), caller.mode(mode));
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a link; what is left out stays, what is null is cleared")
    @RequestBodySchema(LinkFields.class)
    public LinkAnswer update(@PathParam("id") String id, JsonNode body) {
        LinkRequest request = request(body);
        refuseAnotherPartner(id, request);
        return answers.of(changes.update(caller.workspaceId(), id, request::applyTo), caller.mode());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "The same as PATCH, for older clients")
    @RequestBodySchema(LinkFields.class)
    public LinkAnswer replace(@PathParam("id") String id, JsonNode body) {
        return update(id, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a link; what it has earned stays")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(changes.delete(caller.workspaceId(), id));
    }

    private LinkRequest request(JsonNode body) {
        return new LinkRequest(body, clock.instant());
    }

    private void refuseAnotherPartner(String id, LinkRequest request) {
        if (request.fields().names("partnerId") || request.fields().names("programId")) {
            LinkView link = found(links.find(caller.workspaceId(), id));
            if (request.fields().names("partnerId") && !Objects.equals(request.partnerId(), RowId.text(link.partnerId()))
                    || request.programId() != null && !request.programId().equals(link.programId())) {
                throw RequestRefused.unprocessable("field_immutable", "partnerId: a link keeps its partner");
            }
        }
    }

    private static LinkView found(Optional<LinkView> link) {
        return link.orElseThrow(() -> RequestRefused.notFound("link_not_found", "The link was not found."));
    }
}
