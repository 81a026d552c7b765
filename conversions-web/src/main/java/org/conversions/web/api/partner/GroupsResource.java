package org.conversions.web.api.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.Map;
import org.conversions.access.Area;
import org.conversions.partner.GroupDraft;
import org.conversions.partner.GroupView;
import org.conversions.partner.Groups;
import org.conversions.partner.LinkDefaults;
import org.conversions.partner.MoveRule;
import org.conversions.platform.RequestRefused;
import org.conversions.reward.discount.DiscountDraft;
import org.conversions.reward.discount.DiscountView;
import org.conversions.reward.discount.Discounts;
import org.conversions.web.api.Deleted;
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

/** The groups of the program's partners. */
@Path("groups")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupsResource {

    /** What can be said of a group. The API's description is made of it. */
    @Schema(name = "GroupFields")
    record GroupFields(
            String name,
            @Schema(description = "Small letters and digits with hyphens between; by default made of the name") String slug,
            @Schema(description = "red, yellow, green, blue, purple, brown, gray or pink; by default the name chooses") String color,
            @Schema(description = "How many days after the sale or lead a commission is not due: 0 to 90, 0 by default")
            Integer holdingPeriodDays,
            @Schema(description = "Whether who applies for the group is in it at once") Boolean autoApprove,
            @Schema(description = "How many links a partner may have: 1 to 1000, 100 by default") Integer maxPartnerLinks,
            @Schema(description = "What is said of partners' links where nothing else is; null for nothing", nullable = true)
            LinkDefaultFields linkDefaults,
            @Schema(description = "Partners for whom all of these hold are moved into the group; of several groups into the newest. Empty"
                    + " or null for by hand only", nullable = true) List<MoveRuleFields> moveRules,
            @Schema(description = "What buyers get by the codes of the group's partners; null for nothing", nullable = true)
            DiscountFields discount) {
    }

    /** A discount, and the coupon at Stripe by which it is had. */
    @Schema(name = "DiscountFields")
    public record DiscountFields(
            @Schema(description = "Percent from 1 to 100, or minor units") long amount,
            @Schema(enumeration = {"percentage", "flat"}) @Required String type,
            @Schema(description = "For how many months; 0 for the first payment only, null for ever", nullable = true) Integer maxDuration,
            @Schema(description = "The coupon at Stripe", nullable = true) String couponId,
            @Schema(description = "The same in Stripe's test modes", nullable = true) String couponTestId) {

        static DiscountFields of(DiscountView discount) {
            return discount == null ? null : new DiscountFields(discount.draft().amount(), discount.draft().type(),
                    discount.draft().maxDuration(), discount.draft().couponId(), discount.draft().couponTestId());
        }
    }

    /** A rule by which partners are moved into a group. */
    @Schema(name = "MoveRuleFields")
    public record MoveRuleFields(
            @Schema(description = "Amounts are in minor units of the workspace's currency", enumeration = {"totalLeads",
                "totalConversions", "totalSaleAmount", "totalCommissions", "partnerEnrolledDays"}) @Required String attribute,
            @Schema(enumeration = {"eq", "ne", "gt", "gte", "lt", "lte", "between", "in", "not_in"}) @Required String operator,
            @Schema(description = "A whole number; an array of two for between, and of some for in and not_in") @Required JsonNode value) {
    }

    /** What is said of the links of a group's partners. */
    @Schema(name = "LinkDefaultFields")
    public record LinkDefaultFields(
            @Schema(description = "Where the links lead that a partner has from the start, at most 5; by default to the url of"
                    + " the program") List<String> urls,
            @Schema(description = "The sites that partners' links may lead to, such as example.com or *.example.com; empty for"
                    + " all") List<String> allowedHostnames,
            @Schema(description = "The domain of new links", nullable = true) String domain,
            @Schema(description = "What a random key begins with", nullable = true) String prefix,
            @Schema(description = "Campaign words are written into the destination's query", nullable = true)
            @JsonProperty("utm_source") String utmSource,
            @Schema(nullable = true) @JsonProperty("utm_medium") String utmMedium,
            @Schema(nullable = true) @JsonProperty("utm_campaign") String utmCampaign,
            @Schema(nullable = true) @JsonProperty("utm_term") String utmTerm,
            @Schema(nullable = true) @JsonProperty("utm_content") String utmContent) {
    }

    /**
     * A group as the API shows it.
     *
     * @param isDefault  true for the one that partners are in who are given no other
     * @param partners   how many partners are in it
     * @param discountId of the discount; null for none
     */
    public record GroupAnswer(
            @Required String id, @Required String programId, @Required String name, @Required String slug, @Required String color,
            boolean isDefault, int holdingPeriodDays, boolean autoApprove, int maxPartnerLinks,
            @Schema(implementation = LinkDefaultFields.class) @Required JsonNode linkDefaults,
            @Schema(implementation = MoveRuleFields[].class) @Required JsonNode moveRules,
            String discountId, DiscountFields discount, long partners, @Required Instant createdAt, @Required Instant updatedAt) {

        static GroupAnswer of(GroupView group, DiscountView discount) {
            GroupDraft draft = group.draft();
            return new GroupAnswer(group.id(), group.programId(), draft.name(), draft.slug(), draft.color(), group.isDefault(),
                    draft.holdingPeriodDays(), draft.autoApprove(), draft.maxPartnerLinks(), draft.linkDefaults().json(), MoveRule.write(draft.moveRules()),
                    discount == null ? null : discount.id(), DiscountFields.of(discount), group.partners(), group.createdAt(), group.updatedAt());
        }
    }

    @Inject
    private Groups groups;
    @Inject
    private Discounts discounts;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the groups, the oldest first, which is the default one")
    public List<GroupAnswer> list() {
        List<GroupView> found = groups.list(caller.workspaceId());
        Map<String, DiscountView> known = discounts.ofGroups(caller.workspaceId(), found.stream().map(GroupView::id).toList());
        return found.stream().map(group -> GroupAnswer.of(group, known.get(group.id()))).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a group")
    public GroupAnswer get(@PathParam("id") String id) {
        return answer(groups.get(caller.workspaceId(), id));
    }

    @POST
    @Operation(summary = "Create a group")
    @APIResponseSchema(value = GroupAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = GroupFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        DiscountDraft discount = DiscountDraft.read(body.get("discount"));
        GroupView group = groups.create(caller.workspaceId(), changed(GroupDraft.EMPTY, fields));
        discounts.change(caller.workspaceId(), group.id(), discount);
        return Response.status(Response.Status.CREATED).entity(answer(group)).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a group; what is left out stays",
            description = "A commission keeps the due date that it was made with.")
    public GroupAnswer update(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = GroupFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        changed(GroupDraft.EMPTY, fields);
        DiscountDraft discount = DiscountDraft.read(body.get("discount"));
        GroupView group = groups.update(caller.workspaceId(), id, draft -> changed(draft, fields));
        if (fields.names("discount")) {
            discounts.change(caller.workspaceId(), id, discount);
        }
        return answer(group);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a group; its partners are in the default one from then on, and its rewards end")
    public Deleted delete(@PathParam("id") String id) {
        return new Deleted(groups.delete(caller.workspaceId(), id));
    }

    private GroupAnswer answer(GroupView group) {
        return GroupAnswer.of(group, discounts.ofGroup(caller.workspaceId(), group.id()).orElse(null));
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    private static GroupDraft changed(GroupDraft draft, JsonFields fields) {
        return new GroupDraft(fields.text("name", draft.name()), fields.text("slug", draft.slug()),
                fields.text("color", draft.color()),
                number("holdingPeriodDays", fields, draft.holdingPeriodDays()), fields.flag("autoApprove", draft.autoApprove()),
                number("maxPartnerLinks", fields, draft.maxPartnerLinks()),
                fields.names("linkDefaults") ? LinkDefaults.read(fields.body().get("linkDefaults")) : draft.linkDefaults(),
                fields.names("moveRules") ? MoveRule.read(fields.body().get("moveRules")) : draft.moveRules());
    }

    private static int number(String field, JsonFields fields, int otherwise) {
        Integer number = fields.integer(field, otherwise);
        if (number == null) {
            throw JsonFields.refused("field_malformed", field, "must be a whole number");
        }
        return number;
    }
}
