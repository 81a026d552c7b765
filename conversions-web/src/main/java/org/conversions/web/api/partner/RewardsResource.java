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
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.platform.RequestRefused;
import org.conversions.reward.RewardDraft;
import org.conversions.reward.RewardView;
import org.conversions.reward.Rewards;
import org.conversions.web.api.Deleted;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rewards of the caller's program for a sale and for a lead. */
@Path("rewards")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class RewardsResource {

    /**
     * A reward to be made or changed: in percent with at most two decimals, or flat in minor units.
     *
     * @param modifiers other amounts and their conditions; absent for those that there are
     */
    public record RewardRequest(String event, String type, BigDecimal amountInPercentage, Long amountInCents,
                                Integer maxDuration, JsonNode modifiers, String groupId) {

        RewardDraft draft() {
            if (maxDuration != null || groupId != null) {
                throw RequestRefused.unprocessable("field_not_supported",
                        "maxDuration, groupId: are not supported by this server yet");
            }
            return new RewardDraft(event, type, amountInPercentage, amountInCents, modifiers);
        }
    }

    /** A reward as the API shows it. @param updatedAt since when its terms hold */
    public record RewardAnswer(
            @Required String id, @Required String event, @Required String type, BigDecimal amountInPercentage,
            Long amountInCents, Integer maxDuration, JsonNode modifiers, String groupId, @Required Instant updatedAt) {

        static RewardAnswer of(RewardView reward) {
            return new RewardAnswer(reward.id(), reward.event(), reward.type(), reward.amountInPercentage(),
                    reward.amountInCents(), null, reward.modifiers(), null, reward.updatedAt());
        }
    }

    @Inject
    private Rewards rewards;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the rewards")
    public List<RewardAnswer> list() {
        return rewards.list(caller.workspaceId()).stream().map(RewardAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Create the program's reward for sales or for leads")
    @APIResponseSchema(value = RewardAnswer.class, responseCode = "201")
    public Response create(RewardRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(RewardAnswer.of(rewards.create(caller.workspaceId(), request.draft()))).build();
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Change a reward for what comes from now on")
    public RewardAnswer change(@PathParam("id") String id, RewardRequest request) {
        return RewardAnswer.of(rewards.change(caller.workspaceId(), id, request.draft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a reward; what was earned by it stays")
    public Deleted end(@PathParam("id") String id) {
        rewards.end(caller.workspaceId(), id);
        return new Deleted(id);
    }
}
