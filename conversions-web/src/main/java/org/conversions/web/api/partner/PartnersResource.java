package org.conversions.web.api.partner;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.address.Destination;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.link.domain.ShortDomain;
import org.conversions.partner.EnrollmentChanges;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PartnerDraft;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.tag.PartnerTagView;
import org.conversions.partner.tag.PartnerTags;
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
import org.conversions.reward.discount.DiscountView;
import org.conversions.reward.discount.Discounts;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.body.JsonFields;
import org.conversions.web.api.link.LinkFields;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Workspaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private static final PartnerDraft EMPTY = new PartnerDraft(null, null, null, null, null, null, null, null);
    private static final Set<EnrollmentStatus> SETTABLE = EnumSet.of(EnrollmentStatus.APPROVED, EnrollmentStatus.ARCHIVED);

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
            return checked(new PartnerDraft(email, name, username, image, country, description, tenantId, groupId));
        }
    }

    /** What can be said of a partner who is enrolled. The API's description is made of it. */
    @Schema(name = "PartnerFields")
    record PartnerFields(
            String email, String name, @Schema(nullable = true) String username, @Schema(nullable = true) String image,
            @Schema(description = "Two capital letters", nullable = true) String country,
            @Schema(nullable = true) String description, @Schema(description = "Your own id of the partner", nullable = true) String tenantId,
            @Schema(description = "For sales and leads from now on") String groupId,
            @Schema(description = "true for a partner whom no rule of a group moves") Boolean groupMoveDisabled,
            @Schema(description = "All tags that the partner is to have") List<String> tagIds,
            @Schema(description = "approved takes in a partner who was banned, deactivated or archived; archived hides one who earns on",
                    enumeration = {"approved", "archived"}) String status) {
    }

    @Inject
    private Partners partners;
    @Inject
    private PartnerTags tags;
    @Inject
    private EnrolledPartners enrolled;
    @Inject
    private EnrollmentChanges changes;
    @Inject
    private Links links;
    @Inject
    private Totals totals;
    @Inject
    private Discounts discounts;
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
        return answers(ranking.ids(caller.workspaceId(), which.filter(), order, list.ascending(), list.page()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A partner")
    public PartnerAnswer get(@PathParam("id") String id) {
        return answer(partners.byId(caller.workspaceId(), id).orElseThrow(Partners::notFound));
    }

    @POST
    @Operation(summary = "Enroll a partner",
            description = "The partner gets the links that the group has from the start, or else one to the program's url, if that"
                    + " is set, as linkProps describe them. Enrolled again, these links are changed and no others are made.")
    @APIResponseSchema(value = PartnerAnswer.class, responseCode = "201")
    public Response enroll(PartnerRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(answer(enrolled.enroll(request))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a partner; what is left out stays, what is null is cleared",
            description = "What was earned before a partner came into a group keeps the terms of the group of then.")
    public PartnerAnswer update(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = PartnerFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        EnrollmentStatus status = status(fields.text("status", null));
        changed(EMPTY, fields);
        List<String> tagIds = fields.texts("tagIds");
        PartnerView partner = partners.change(caller.workspaceId(), id, draft -> changed(draft, fields));
        if (fields.names("tagIds")) {
            tags.give(caller.workspaceId(), partner.id(), tagIds);
        }
        if (status != null) {
            changes.stand(caller.workspaceId(), partner.id(), status);
        }
        return answer(partner);
    }

    private static EnrollmentStatus status(String word) {
        if (word == null) {
            return null;
        }
        return Word.find(EnrollmentStatus.class, word).filter(SETTABLE::contains).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "status: must be approved or archived; others have operations"
                        + " of their own, such as /partners/ban"));
    }

    private static PartnerDraft changed(PartnerDraft draft, JsonFields fields) {
        return checked(new PartnerDraft(fields.text("email", draft.email()), fields.text("name", draft.name()),
                fields.text("username", draft.username()), fields.text("image", draft.image()),
                fields.text("country", draft.country()), fields.text("description", draft.description()),
                fields.text("tenantId", draft.tenantId()), fields.text("groupId", draft.groupId()),
                fields.flag("groupMoveDisabled", Boolean.TRUE.equals(draft.groupMoveDisabled()))));
    }

    /** @throws RequestRefused unprocessable, naming the field */
    static PartnerDraft checked(PartnerDraft draft) {
        if (draft.country() != null && !draft.country().matches("[A-Z]{2}")) {
            throw RequestRefused.unprocessable("field_malformed", "country: must be two capital letters");
        }
        return new PartnerDraft(text("email", draft.email(), TEXT_MAX), text("name", draft.name(), TEXT_MAX),
                text("username", draft.username(), TEXT_MAX), picture(draft.image()), draft.country(),
                text("description", draft.description(), DESCRIPTION_MAX), text("tenantId", draft.tenantId(), TEXT_MAX),
                text("groupId", draft.groupId(), TEXT_MAX), draft.groupMoveDisabled());
    }

    /** Pages show it. */
    private static String picture(String image) {
        String given = text("image", image, IMAGE_MAX);
        return given == null ? null : Destination.check("image", given);
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
        Map<String, DiscountView> offered = discounts.ofGroups(workspace,
                views.values().stream().map(PartnerView::groupId).collect(Collectors.toSet()));
        Map<PartnerId, List<PartnerTagView>> tagged = tags.of(workspace, ids);
        String currency = workspaces.get(workspace).currency();
        return ids.stream().map(views::get).map(partner -> PartnerAnswer.of(partner,
                owned.getOrDefault(partner.id(), List.of()).stream().map(link -> PartnerAnswer.PartnerLink.of(link,
                        figures.getOrDefault(link.id(), LinkFigures.NONE), shortDomain)).toList(),
                earned.getOrDefault(partner.id(), PartnerTotals.NONE), tagged.getOrDefault(partner.id(), List.of()), currency,
                offered.get(partner.groupId()))).toList();
    }

    private static String text(String name, String value, int max) {
        if (value != null && value.length() > max) {
            throw RequestRefused.unprocessable("field_too_long", name + ": must have at most " + max + " characters");
        }
        return value == null || value.isBlank() ? null : value;
    }
}
