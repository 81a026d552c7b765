package org.conversions.web.api.partner;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.RewardExample;
import org.conversions.reward.RewardLimits;
import org.conversions.reward.RewardTerms;
import org.conversions.reward.RewardText;
import org.conversions.reward.RewardView;
import org.conversions.reward.Rewards;
import org.conversions.reward.SpendLimit;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.body.JsonFields;
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

/** The rewards of the caller's program: what partners earn by a sale, a lead and a click. */
@Path("rewards")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class RewardsResource {

    /** What can be said of a reward. The API's description is made of it. */
    @Schema(name = "RewardFields")
    record RewardFields(
            @Schema(description = "New rewards only", enumeration = {"sale", "lead", "click"}) String event,
            @Schema(description = "Rewards for leads and clicks are flat", enumeration = {"percentage", "flat"}) String type,
            @Schema(description = "0 to 100 with at most two decimals") BigDecimal amountInPercentage,
            @Schema(description = "Minor units of the workspace's currency") Long amountInCents,
            @Schema(description = "For how many months after a customer's first sale by the partner: 0 for that sale only, null for"
                    + " ever. Sales only", nullable = true) Integer maxDuration,
            @Schema(description = "For how many sales of a customer by the partner, or null. Sales only", nullable = true) Integer maxSales,
            @Schema(description = "The most that a partner earns by it in a period", nullable = true) SpendLimitFields spendLimit,
            @Schema(description = "Other amounts and their conditions; null or an empty array for none", nullable = true) JsonNode modifiers,
            @Schema(description = "The group that it is for (new rewards only); left out for all groups that have none of their own",
                    nullable = true) String groupId,
            @Schema(description = "The discount code that it is for, in the place of a group (new rewards only): what is bought with the"
                    + " code, or goes back to it, earns by it", nullable = true) String discountCodeId,
            @Schema(description = "Since when its terms hold (new rewards only); now by default", nullable = true) Instant startsAt) {
    }

    /** @param amount in minor units of the workspace's currency @param interval in the workspace's time zone; weeks begin on Monday */
    @Schema(name = "SpendLimitFields")
    public record SpendLimitFields(
            long amount, @Schema(enumeration = {"all", "day", "week", "month"}) @Required String interval) {

        static SpendLimitFields of(SpendLimit limit) {
            return limit == null ? null : new SpendLimitFields(limit.amount(), limit.interval().text());
        }
    }

    /** A reward as the API shows it. @param text what it promises, in a sentence @param updatedAt since when its terms hold */
    public record RewardAnswer(
            @Required String id, @Required String event, @Required String type, BigDecimal amountInPercentage,
            Long amountInCents, Integer maxDuration, Integer maxSales, SpendLimitFields spendLimit, JsonNode modifiers, String groupId, String discountCodeId,
            @Required String text, @Required Instant updatedAt) {

        /** @param currency of the workspace, for the sentence */
        public static RewardAnswer of(RewardView reward, String currency) {
            return new RewardAnswer(reward.id(), reward.event(), reward.type(), reward.amountInPercentage(),
                    reward.amountInCents(), reward.limits().maxDuration(), reward.limits().maxSales(),
                    SpendLimitFields.of(reward.limits().spendLimit()), reward.modifiers(), reward.groupId(), reward.discountCodeId(),
                    RewardText.of(reward.event(), reward.terms(), currency), reward.updatedAt());
        }
    }

    /**
     * A reward to be tried.
     *
     * @param rewardId one that there is; or else {@code reward}
     * @param reward   one that may be made
     * @param example  {@code {customer, partner, sale}} or {@code {customer, partner, lead}} or {@code {customer, click}} with the attributes of conditions;
     *                 a sale has {@code paidAt}, {@code earlierSales}, {@code firstSalePaidAt} and
     *                 {@code products: [{productId, amount}]} beside its {@code amount}, a lead and a click have {@code quantity}
     */
    public record PreviewRequest(String rewardId, @Schema(implementation = RewardFields.class) JsonNode reward, JsonNode example) {
    }

    /**
     * What a reward comes to.
     *
     * @param earnings minor units
     * @param matched  the modifiers that decided, by their place from 0; empty when the reward itself did, or nothing is earned
     *                 any more
     * @param text     what it promises, in a sentence
     */
    public record PreviewAnswer(long earnings, @Required String currency, @Required List<Integer> matched, @Required String text) {
    }

    @Inject
    private Rewards rewards;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Clock clock;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the rewards")
    public List<RewardAnswer> list() {
        String currency = currency();
        return rewards.list(caller.workspaceId()).stream().map(reward -> RewardAnswer.of(reward, currency)).toList();
    }

    @POST
    @Operation(summary = "Create a reward for sales, leads or clicks, of all partners or of a group",
            description = "Clicks are rewarded once a day, an hour after the day's end in the workspace's time zone: a partner has one"
                    + " commission for each link and day. Their conditions may look at customer.country only.")
    @APIResponseSchema(value = RewardAnswer.class, responseCode = "201")
    public Response create(@RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = RewardFields.class))) JsonNode body) {
        return Response.status(Response.Status.CREATED)
                .entity(RewardAnswer.of(rewards.create(caller.workspaceId(), draft(body)), currency())).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a reward for what comes from now on; what is left out stays")
    public RewardAnswer change(@PathParam("id") String id, @RequestBody(required = true, content = @Content(
            schema = @Schema(implementation = RewardFields.class))) JsonNode body) {
        return RewardAnswer.of(rewards.change(caller.workspaceId(), id, draft(body)), currency());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a reward; what was earned by it stays")
    public Deleted end(@PathParam("id") String id) {
        rewards.end(caller.workspaceId(), id);
        return new Deleted(id);
    }

    @POST
    @Path("preview")
    @Operation(summary = "Try a reward with an example", description = "Nothing is made and nobody earns. Spend limits are not looked at.")
    @APIResponseSchema(PreviewAnswer.class)
    public PreviewAnswer preview(PreviewRequest request) {
        if ((request.rewardId() == null) == (request.reward() == null)) {
            throw RequestRefused.unprocessable("fields_conflicting", "rewardId, reward: name one of the two");
        }
        String event;
        RewardTerms terms;
        if (request.rewardId() != null) {
            RewardView reward = rewards.get(caller.workspaceId(), request.rewardId());
            event = reward.event();
            terms = reward.terms();
        } else {
            RewardDraft draft = draft(request.reward());
            terms = rewards.checked(caller.workspaceId(), draft);
            event = draft.event();
        }
        RewardTerms.Earned earned = terms.earned(RewardExample.read(event, request.example(), clock.instant()).context());
        String currency = currency();
        return new PreviewAnswer(earned.earnings(), currency, earned.matched().stream().filter(number -> number >= 0).sorted().toList(),
                RewardText.of(event, terms, currency));
    }

    private String currency() {
        return workspaces.get(caller.workspaceId()).currency();
    }

    /** @throws RequestRefused unprocessable for a value of the wrong type */
    private static RewardDraft draft(JsonNode body) {
        JsonFields fields = new JsonFields(body);
        SpendLimit limit = SpendLimit.read(body.get("spendLimit"));
        fields.integer("maxDuration", null);
        fields.integer("maxSales", null);
        return new RewardDraft(fields.text("event", null), fields.text("groupId", null), fields.text("discountCodeId", null),
                fields.text("type", null),
                percentage(body.path("amountInPercentage")), cents(body.path("amountInCents")),
                limits -> new RewardLimits(fields.integer("maxDuration", limits.maxDuration()),
                        fields.integer("maxSales", limits.maxSales()), fields.names("spendLimit") ? limit : limits.spendLimit()),
                body.get("modifiers"), fields.instant("startsAt", null));
    }

    private static Long cents(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw JsonFields.refused("field_malformed", "amountInCents", "must be a whole number");
        }
        return value.longValue();
    }

    private static BigDecimal percentage(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            if (value.isNumber()) {
                return new BigDecimal(value.asText());
            }
        } catch (NumberFormatException e) {
            throw JsonFields.refused("field_out_of_range", "amountInPercentage", "must be 0 to 100");
        }
        throw JsonFields.refused("field_malformed", "amountInPercentage", "must be a number");
    }
}
