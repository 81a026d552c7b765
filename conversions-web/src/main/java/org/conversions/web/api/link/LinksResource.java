package org.conversions.web.api.link;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.link.LinkDraft;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.ShortDomain;
import org.conversions.platform.RequestRefused;
import org.conversions.statistics.LinkFigures;
import org.conversions.statistics.Statistics;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Area;
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
    private Statistics statistics;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Caller caller;

    @POST
    @Operation(summary = "Create a link; without a key it gets a random one")
    @RequestBody(content = @Content(schema = @Schema(ref = "NewLink")))
    public LinkAnswer create(JsonNode body) {
        return answer(links.create(caller.workspaceId(), new LinkRequest(body).applyTo(LinkDraft.EMPTY)), Mode.LIVE);
    }

    @GET
    @Operation(summary = "List links, the newest first")
    public List<LinkAnswer> list(@BeanParam LinkQuery which, @BeanParam ListQuery query) {
        if (query.ascending() || !query.sortBy(SORT).equals(SORT)) {
            throw RequestRefused.unprocessable("sortBy, sortOrder: links are listed by createdAt, desc");
        }
        return answers(links.list(caller.workspaceId(), which.filter(), query.page()), query.mode());
    }

    @GET
    @Path("count")
    @Operation(summary = "Count links")
    public long count(@BeanParam LinkQuery which) {
        return links.count(caller.workspaceId(), which.filter());
    }

    @GET
    @Path("info")
    @Operation(summary = "Read the link with this linkId, externalId, or domain and key")
    public LinkAnswer info(@QueryParam("linkId") String linkId, @QueryParam("externalId") String externalId,
                           @QueryParam("domain") String domain, @QueryParam("key") String key,
                           @QueryParam("mode") @DefaultValue("live") String mode) {
        Optional<LinkView> link;
        if (linkId != null) {
            link = links.find(caller.workspaceId(), linkId);
        } else if (externalId != null) {
            link = links.find(caller.workspaceId(), externalId.startsWith("ext_") ? externalId : "ext_" + externalId);
        } else if (domain != null && key != null) {
            link = links.find(caller.workspaceId(), domain, key);
        } else {
            throw RequestRefused.unprocessable("linkId: name the link by linkId, externalId, or domain and key");
        }
        return answer(found(link), ListQuery.mode(mode));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a link")
    public LinkAnswer get(@PathParam("id") String id, @QueryParam("mode") @DefaultValue("live") String mode) {
        return answer(found(links.find(caller.workspaceId(), id)), ListQuery.mode(mode));
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a link; what is left out stays, what is null is cleared")
    @RequestBodySchema(LinkBody.class)
    public LinkAnswer update(@PathParam("id") String id, JsonNode body) {
        return answer(links.update(caller.workspaceId(), id, new LinkRequest(body)::applyTo), Mode.LIVE);
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "The same as PATCH, for older clients")
    @RequestBodySchema(LinkBody.class)
    public LinkAnswer replace(@PathParam("id") String id, JsonNode body) {
        return update(id, body);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a link; what it has earned stays")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(links.delete(caller.workspaceId(), id));
    }

    private static LinkView found(Optional<LinkView> link) {
        return link.orElseThrow(() -> RequestRefused.notFound("The link was not found."));
    }

    private LinkAnswer answer(LinkView link, Mode mode) {
        return answers(List.of(link), mode).get(0);
    }

    private List<LinkAnswer> answers(List<LinkView> views, Mode mode) {
        Map<String, LinkFigures> figures = statistics.linkFigures(caller.workspaceId(),
                views.stream().map(LinkView::id).toList(), mode);
        return views.stream()
                .map(link -> LinkAnswer.of(link, figures.getOrDefault(link.id(), LinkFigures.NONE), shortDomain))
                .toList();
    }
}
