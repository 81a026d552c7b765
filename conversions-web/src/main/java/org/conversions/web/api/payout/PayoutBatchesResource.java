package org.conversions.web.api.payout;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.conversions.access.Area;
import org.conversions.payout.BatchList;
import org.conversions.payout.BatchPayouts;
import org.conversions.payout.BatchView;
import org.conversions.payout.PayoutBatches;
import org.conversions.platform.RequestRefused;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.Parameters;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The batches by which partners are paid: drafted, looked at, confirmed, and then paid one by one. */
@Path("payouts/batches")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payouts")
public class PayoutBatchesResource {

    /**
     * A batch that is asked for.
     *
     * @param cutoff   what was due until then is taken in: a time, or a day, which begins in UTC; left out for now
     * @param currency left out for the program's
     */
    public record BatchRequest(String cutoff, String currency) {
    }

    /**
     * What became of a payout.
     *
     * @param status  paid, failed, or returned for one that was paid and came back
     * @param reason  why it failed or came back
     * @param traceId the name of the transfer where it was made
     */
    public record PayoutChange(@Required String status, String reason, String traceId) {
    }

    @Inject
    private PayoutBatches batches;
    @Inject
    private BatchList batchList;
    @Inject
    private BatchPayouts payouts;
    @Inject
    private PayoutAnswers answers;
    @Inject
    private Caller caller;

    @POST
    @Operation(summary = "Draft a batch of what is due",
            description = "Only live data is paid. What partners owe makes their payouts smaller, whenever it was taken back; who is"
                    + " to get less than the program's minimum gets it by a later batch. There is one draft of a currency at a time: 409. A batch of very many commissions is"
                    + " answered while it is `preparing`, and becomes a `draft` by itself.")
    @APIResponseSchema(value = BatchAnswer.class, responseCode = "201")
    public Response draft(BatchRequest request) {
        if (caller.mode() != Mode.LIVE) {
            throw RequestRefused.forbidden("live_only", "Only a live key pays: test data is never payable.");
        }
        BatchView drafted = batches.draft(caller.workspaceId(),
                request.cutoff() == null ? null : Parameters.instant("cutoff", request.cutoff(), ZoneOffset.UTC),
                request.currency() == null ? null : request.currency().toLowerCase(Locale.ROOT));
        return Response.status(Response.Status.CREATED).entity(whole(drafted)).build();
    }

    @GET
    @Operation(summary = "List batches, the newest first")
    public List<BatchAnswer> list(@BeanParam ListQuery list) {
        return list.mode(caller) == Mode.LIVE ? batches.list(caller.workspaceId(), list.page()).stream().map(BatchAnswer::of).toList()
                : List.of();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a batch with what changed since it was drafted",
            description = "Its payouts are listed by `GET /payouts?batchId=`, and the commissions of one by `GET /commissions?payoutId=`.")
    public BatchAnswer get(@PathParam("id") String id) {
        checkReach(id);
        return whole(batches.get(caller.workspaceId(), id));
    }

    @POST
    @Path("{id}/confirm")
    @RepeatsSafely
    @Operation(summary = "Confirm a draft",
            description = "From then on nothing of it shrinks: what is taken back later makes the next payout smaller.")
    public BatchAnswer confirm(@PathParam("id") String id) {
        checkReach(id);
        return whole(batches.confirm(caller.workspaceId(), id));
    }

    @POST
    @Path("{id}/cancel")
    @RepeatsSafely
    @Operation(summary = "Cancel a batch of which nothing is paid: what it has is due again")
    public BatchAnswer cancel(@PathParam("id") String id) {
        checkReach(id);
        return whole(batches.cancel(caller.workspaceId(), id));
    }

    @PATCH
    @Path("{id}/payouts/{payoutId}")
    @RepeatsSafely
    @Operation(summary = "Say what became of a payout: paid, failed or returned",
            description = "What failed or came back is due again.")
    public PayoutAnswer change(@PathParam("id") String id, @PathParam("payoutId") String payoutId, PayoutChange change) {
        checkReach(id);
        return answers.of(List.of(payouts.decide(caller.workspaceId(), id, payoutId,
                new BatchPayouts.Outcome(change.status(), change.reason(), change.traceId())))).get(0);
    }

    private BatchAnswer whole(BatchView batch) {
        return BatchAnswer.of(batch, batchList.counts(caller.workspaceId(), batch.id()), batchList.changes(caller.workspaceId(), batch.id()));
    }

    /** @throws RequestRefused not found for a key of test data, which reaches nothing that is live */
    private void checkReach(String id) {
        if (caller.mode() != Mode.LIVE) {
            throw PayoutBatches.unknown(id);
        }
    }
}
