package org.conversions.web.api.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.conversions.link.LinkChanges;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.partner.Enrollments;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.PartnerView;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.BodyMax;
import org.conversions.web.api.link.LinkRequest;
import org.conversions.web.api.partner.DefaultedLink;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.OfPartner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The links of a partner, for the partner. */
@Path("portal/{partnerId}/links")
@RequestScoped
@BodyMax(64 * 1024)
@OfPartner
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portal")
public class PortalLinksResource {

    /**
     * A link, or a change of one.
     *
     * @param url where it leads: on a site that the group's links may lead to. A new one leads where the first of the group does
     *            unless it is given
     * @param key what stands behind the domain, in the folder of the group's links where there is one; a new one has one at random
     *            unless it is given
     */
    public record PortalLinkRequest(String url, String key) {

        private ObjectNode body(LinkDefaults defaults) {
            ObjectNode body = Json.MAPPER.createObjectNode();
            if (url != null) {
                body.put("url", url);
            }
            if (key != null) {
                body.put("key", defaults.ownKey(key));
            }
            return body;
        }
    }

    @Inject
    private Enrollments enrollments;
    @Inject
    private Links links;
    @Inject
    private LinkChanges changes;
    @Inject
    private PortalLinks shown;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the partner's links with what came of them, the newest first")
    public List<PortalLink> list(@PathParam("partnerId") String partnerId, @BeanParam ListQuery list) {
        if (!list.sortBy("createdAt").equals("createdAt")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be createdAt");
        }
        return shown.list(caller.atPartner(partnerId).partnerId(), list.mode(caller), list.ascending(), list.page());
    }

    @POST
    @Operation(summary = "Make a link of the partner's own",
            description = "It is on the domain of the group, and leads to a site that the group names or that its links lead to.")
    @APIResponseSchema(value = PortalLink.class, responseCode = "201")
    public Response create(@PathParam("partnerId") String partnerId, PortalLinkRequest request) {
        PartnerView partner = caller.atPartner(partnerId).partner();
        enrollments.checkSite(caller.workspaceId(), partner, "url", request.url());
        LinkDefaults defaults = enrollments.defaults(caller.workspaceId(), partner);
        ObjectNode body = request.body(defaults);
        if (request.url() == null) {
            enrollments.urls(caller.workspaceId(), defaults).stream().findFirst().ifPresent(url -> body.put("url", url));
        }
        LinkView made = enrollments.create(caller.workspaceId(), partner, DefaultedLink.of(body, defaults, clock.instant()));
        return Response.status(Response.Status.CREATED).entity(shown.of(made, caller.mode())).build();
    }

    @PATCH
    @Path("{linkId}")
    @RepeatsSafely
    @Operation(summary = "Change a link of the partner; what is left out stays",
            description = "Whoever has the old key is sent nowhere from then on.")
    public PortalLink change(@PathParam("partnerId") String partnerId, @PathParam("linkId") String linkId, PortalLinkRequest request) {
        PartnerView partner = caller.atPartner(partnerId).partner();
        LinkView link = links.find(caller.workspaceId(), linkId)
                .filter(found -> partner.id().equals(found.partnerId()) && !found.archived())
                .orElseThrow(() -> RequestRefused.notFound("link_not_found", "The link was not found."));
        enrollments.checkSite(caller.workspaceId(), partner, "url", request.url());
        LinkRequest change = new LinkRequest(request.body(enrollments.defaults(caller.workspaceId(), partner)), clock.instant());
        return shown.of(changes.update(caller.workspaceId(), link.id().value(), change::applyTo), caller.mode());
    }
}
