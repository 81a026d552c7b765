package org.conversions.web.api.bounty;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.conversions.bounty.Bounties;
import org.conversions.bounty.BountyDraft;
import org.conversions.bounty.BountyKind;
import org.conversions.bounty.Performance;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
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

/** The bounties of the caller's program. */
@Path("bounties")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounties")
public class BountiesResource {

    /** What can be said of a bounty. The API's description is made of it. */
    @Schema(name = "BountyFields")
    record BountyFields(
            String name, @Schema(nullable = true) String description,
            @Schema(description = "New bounties only", enumeration = {"performance", "submission"}) String type,
            @Schema(description = "Minor units of the program's currency; null when each approval says it", nullable = true) Long rewardAmount,
            @Schema(description = "Of a new performance bounty") ConditionFields performanceCondition,
            @Schema(description = "Of a new performance bounty: what came since it began (the default), or all", enumeration = {"new",
                "lifetime"}) String performanceScope,
            @Schema(description = "Whose partners it is for; empty for all") List<String> groupIds,
            @Schema(description = "How many of a partner may be approved: 1 to 10, 1 by default") Integer maxSubmissions,
            @Schema(description = "How long after the approval the commission is not due: 0 to 90 days, 0 by default")
            Integer holdingPeriodDays,
            @Schema(description = "New bounties only; now by default", nullable = true) Instant startsAt,
            @Schema(description = "Null for never", nullable = true) Instant endsAt) {
    }

    /** The figure that earns a performance bounty. */
    @Schema(name = "PerformanceConditionFields")
    public record ConditionFields(
            @Schema(enumeration = {"totalLeads", "totalConversions", "totalSaleAmount", "totalCommissions"}) @Required String attribute,
            @Schema(enumeration = {"gte"}) String operator,
            @Schema(description = "Minor units of the workspace's currency for amounts") @Required Long value) {
    }

    @Inject
    private Bounties bounties;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the bounties, the newest first")
    public List<BountyAnswer> list(@BeanParam ListQuery list) {
        return bounties.list(caller.workspaceId(), list.page()).stream().map(BountyAnswer::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a bounty")
    public BountyAnswer get(@PathParam("id") String id) {
        return BountyAnswer.of(bounties.get(caller.workspaceId(), id));
    }

    @POST
    @Operation(summary = "Create a bounty", description = "A performance bounty is earned by a partner's figures, which are looked at"
            + " every quarter of an hour; a submission bounty by what the partner hands in. You approve or reject each submission.")
    @APIResponseSchema(value = BountyAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = BountyFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        BountyKind kind = Word.find(BountyKind.class, fields.text("type", null)).orElseThrow(() -> RequestRefused.unprocessable(
                "field_value_unknown", "type: must be performance or submission"));
        BountyDraft empty = new BountyDraft(null, null, kind, null, null, List.of(), 1, 0, null, null);
        return Response.status(Response.Status.CREATED)
                .entity(BountyAnswer.of(bounties.create(caller.workspaceId(), changed(empty, fields)))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a bounty; what is left out stays", description = "What it is earned by, and since when, cannot be changed.")
    public BountyAnswer update(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = BountyFields.class))) JsonNode body) {
        JsonFields fields = new JsonFields(body);
        return BountyAnswer.of(bounties.update(caller.workspaceId(), id, draft -> changed(draft, fields)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a bounty; what was handed in can still be decided")
    public Deleted end(@PathParam("id") String id) {
        return new Deleted(bounties.end(caller.workspaceId(), id));
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    private static BountyDraft changed(BountyDraft draft, JsonFields fields) {
        BountyKind kind = !fields.names("type") ? draft.kind() : Word.find(BountyKind.class, fields.text("type", null)).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "type: must be performance or submission"));
        return new BountyDraft(fields.text("name", draft.name()), fields.text("description", draft.description()), kind,
                whole("rewardAmount", fields, draft.rewardAmount()), performance(draft, fields),
                fields.names("groupIds") ? fields.texts("groupIds") : draft.groupIds(),
                number("maxSubmissions", fields, draft.maxSubmissions()), number("holdingPeriodDays", fields, draft.holdingPeriodDays()),
                fields.instant("startsAt", draft.startsAt()), fields.instant("endsAt", draft.endsAt()));
    }

    private static Performance performance(BountyDraft draft, JsonFields fields) {
        JsonNode condition = fields.body().path("performanceCondition");
        if (!fields.names("performanceCondition") || condition.isNull()) {
            return draft.performance();
        }
        if (!condition.isObject()) {
            throw JsonFields.refused("field_malformed", "performanceCondition", "must be an object");
        }
        JsonFields parts = new JsonFields(condition);
        return Performance.checked(parts.text("attribute", null), parts.text("operator", null), whole("value", parts, null),
                fields.text("performanceScope", null));
    }

    private static int number(String field, JsonFields fields, int otherwise) {
        Integer number = fields.integer(field, otherwise);
        if (number == null) {
            throw JsonFields.refused("field_malformed", field, "must be a whole number");
        }
        return number;
    }

    private static Long whole(String field, JsonFields fields, Long otherwise) {
        JsonNode value = fields.body().get(field);
        if (value == null || value.isNull()) {
            return value == null ? otherwise : null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw JsonFields.refused("field_malformed", field, "must be a whole number");
        }
        return value.longValue();
    }
}
