package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.address.Destination;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.Word;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.total.LinkFigures;
import org.conversions.report.total.PartnerList;
import org.conversions.report.total.PartnerOrder;
import org.conversions.report.total.PartnerTotals;
import org.conversions.report.total.Totals;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.link.LinkFields;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The partners of the caller's program. */
@Path("partners")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnersResource {

    private static final int TEXT_MAX = TextColumn.LENGTH_MAX;
    private static final int DESCRIPTION_MAX = 5_000;
    private static final int IMAGE_MAX = 2_000;

    /**
     * A partner to be enrolled; the same email again brings that partner up to date.
     *
     * @param linkProps of the link that the partner gets, as for other links; without an url it leads to the program's
     */
    public record PartnerRequest(
            @Required String email, String name, String username, String image, String country, String description,
            String tenantId, String groupId,
            @Schema(implementation = LinkFields.class) JsonNode linkProps) {

        /** @throws RequestRefused unprocessable, naming the field */
        public PartnerDraft draft() {
            if (groupId != null) {
                throw RequestRefused.unprocessable("field_not_supported",
                        "groupId: groups are not supported by this server yet");
            }
            if (country != null && !country.matches("[A-Z]{2}")) {
                throw RequestRefused.unprocessable("field_malformed", "country: must be two capital letters");
            }
            return new PartnerDraft(text("email", email, TEXT_MAX), text("name", name, TEXT_MAX),
                    text("username", username, TEXT_MAX), picture(), country,
                    text("description", description, DESCRIPTION_MAX), text("tenantId", tenantId, TEXT_MAX));
        }

        /** Pages show it. */
        private String picture() {
            String given = text("image", image, IMAGE_MAX);
            return given == null || given.isBlank() ? null : Destination.check("image", given);
        }
    }

    @Inject
    private Partners partners;
    @Inject
    private EnrolledPartners enrolled;
    @Inject
    private Links links;
    @Inject
    private Totals totals;
    @Inject
    private PartnerList ranking;
    @Inject
    private ShortDomain shortDomain;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the partners, the newest first unless sortBy says otherwise",
            description = "sortBy: createdAt, totalClicks, totalLeads, totalConversions, totalSaleAmount,"
                    + " totalCommissions, netRevenue, earningsPerClick, averageLifetimeValue, clickToLeadRate,"
                    + " clickToConversionRate, leadToConversionRate, returnOnAdSpend. Cursors only with createdAt.")
    public List<PartnerAnswer> list(@BeanParam ListQuery list, @BeanParam PartnerQuery which) {
        PartnerOrder order = Word.find(PartnerOrder.class, list.sortBy("createdAt")).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "sortBy: there is no order by " + list.sortBy("createdAt")));
        if (which.ofNoGroup()) {
            return List.of();
        }
        return answers(ranking.ids(caller.workspaceId(), which.filter(), order, list.ascending(), list.page()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A partner")
    public PartnerAnswer get(@PathParam("id") String id) {
        return answer(partners.byId(caller.workspaceId(), id)
                .orElseThrow(() -> RequestRefused.notFound("partner_not_found", "The partner was not found.")));
    }

    @POST
    @Operation(summary = "Enroll a partner",
            description = "The partner gets the link that linkProps describe, or else one to the program's url, if that is"
                    + " set. Enrolled again, the link to that address is changed and no other is made.")
    @APIResponseSchema(value = PartnerAnswer.class, responseCode = "201")
    public Response enroll(PartnerRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(answer(enrolled.enroll(request))).build();
    }

    private PartnerAnswer answer(PartnerView partner) {
        return answers(List.of(partner.id())).get(0);
    }

    private List<PartnerAnswer> answers(List<PartnerId> ids) {
        WorkspaceId workspace = caller.workspaceId();
        Map<PartnerId, PartnerView> views = partners.byIds(workspace, ids);
        Map<PartnerId, PartnerTotals> earned = ranking.totals(workspace, ids, caller.mode());
        Map<PartnerId, List<LinkView>> owned = links.byPartners(workspace, ids);
        Map<LinkId, LinkFigures> figures = totals.linkFigures(workspace,
                owned.values().stream().flatMap(List::stream).map(LinkView::id).toList(), caller.mode());
        String currency = workspaces.get(workspace).currency();
        return ids.stream().map(views::get).map(partner -> PartnerAnswer.of(partner,
                owned.getOrDefault(partner.id(), List.of()).stream().map(link -> PartnerAnswer.PartnerLink.of(link,
                        figures.getOrDefault(link.id(), LinkFigures.NONE), shortDomain)).toList(),
                earned.getOrDefault(partner.id(), PartnerTotals.NONE), currency)).toList();
    }

    private static String text(String name, String value, int max) {
        if (value != null && value.length() > max) {
            throw RequestRefused.unprocessable("field_too_long", name + ": must have at most " + max + " characters");
        }
        return value == null || value.isBlank() ? null : value;
    }
}
