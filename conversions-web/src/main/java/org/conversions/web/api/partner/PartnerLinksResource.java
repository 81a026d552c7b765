package org.conversions.web.api.partner;

import static org.conversions.web.api.ListQuery.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.link.LinkFilter;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.Enrollments;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.PartnerView;
import org.conversions.partner.PartnersLink;
import org.conversions.platform.Page;
import org.conversions.platform.id.LinkId;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.Totals;
import org.conversions.web.api.link.LinkAnswer;
import org.conversions.web.api.link.LinkAnswers;
import org.conversions.web.api.link.LinkFields;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links that credit a partner, who is named by partnerId or tenantId. */
@Path("partners/links")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerLinksResource {

    /**
     * @param partnerId it wins over {@code tenantId}
     * @param tenantId  your own id of the partner
     * @param url       where it leads; left out for the program's url
     * @param linkProps what else is said of the link, as for other links
     */
    public record PartnerLinkRequest(String partnerId, String tenantId, String url, String key, String comments,
                                     @Schema(implementation = LinkFields.class) JsonNode linkProps) {

        /** @param urls where it leads when nothing is said of that, the first of them @return all that is said of the link */
        ObjectNode link(List<String> urls) {
            ObjectNode link = new LinkProps(linkProps).body();
            if (given(url) != null || !link.hasNonNull("url")) {
                link.put("url", given(url) != null ? url : urls.stream().findFirst().orElse(null));
            }
            if (key != null) {
                link.put("key", key);
            }
            if (comments != null) {
                link.put("comments", comments);
            }
            return link;
        }
    }

    @Inject
    private NamedPartners named;
    @Inject
    private Enrollments enrollments;
    @Inject
    private Links links;
    @Inject
    private LinkAnswers answers;
    @Inject
    private Totals totals;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the links of a partner, the newest hundred")
    public List<PartnerAnswer.PartnerLink> list(@QueryParam("partnerId") String partnerId,
                                                @QueryParam("tenantId") String tenantId) {
        List<LinkView> owned = links.list(caller.workspaceId(),
                LinkFilter.ofPartner(partner(partnerId, tenantId).id().value()), new Page(1, Page.SIZE_MAX, null, null));
        Map<LinkId, LinkFigures> figures = totals.linkFigures(caller.workspaceId(),
                owned.stream().map(LinkView::id).toList(), caller.mode());
        return owned.stream().map(link -> PartnerAnswer.PartnerLink.of(link,
                figures.getOrDefault(link.id(), LinkFigures.NONE), shortDomain)).toList();
    }

    @POST
    @Operation(summary = "Create a link that credits a partner",
            description = "Without url it leads where the first link of the partner's group leads, or else to the url of the"
                    + " program, which PATCH /program sets.")
    @APIResponseSchema(value = LinkAnswer.class, responseCode = "201")
    public Response create(PartnerLinkRequest request) {
        PartnerView partner = partner(request);
        return Response.status(Response.Status.CREATED)
                .entity(answers.ofNew(enrollments.create(caller.workspaceId(), partner, link(request, partner)))).build();
    }

    @PUT
    @Path("upsert")
    @Operation(summary = "Change the partner's link that is meant, or create it",
            description = "The link with the externalId when one is given, else the one with the key, else the"
                    + " partner's oldest with this url")
    public LinkAnswer upsert(PartnerLinkRequest request) {
        PartnerView partner = partner(request);
        return answers.of(enrollments.upsert(caller.workspaceId(), partner, link(request, partner)), caller.mode());
    }

    private PartnersLink link(PartnerLinkRequest request, PartnerView partner) {
        LinkDefaults defaults = enrollments.defaults(caller.workspaceId(), partner);
        return DefaultedLink.of(request.link(enrollments.urls(caller.workspaceId(), defaults)), defaults, clock.instant());
    }

    private PartnerView partner(PartnerLinkRequest request) {
        PartnerView partner = partner(request.partnerId(), request.tenantId());
        new LinkProps(request.linkProps()).checkTenant(partner.tenantId());
        return partner;
    }

    private PartnerView partner(String partnerId, String tenantId) {
        return named.partner(partnerId, tenantId);
    }
}
