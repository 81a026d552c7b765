package org.conversions.web.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.payout.PayoutBatches;
import org.conversions.stripe.transfer.TransferView;
import org.conversions.stripe.transfer.Transfers;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.OwnersOnly;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The payouts of a batch that are sent by transfers of Stripe. */
@Path("payouts/batches/{id}/transfers")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payouts")
public class PayoutTransfersResource {

    /** @param payouts how many are being sent by this request */
    public record SentAnswer(int payouts) {
    }

    /**
     * A transfer.
     *
     * @param accountId  of the partner at Stripe
     * @param amount     minor units
     * @param status     queued, sent (the partner is paid), failed, or reversed (it came back)
     * @param transferId at Stripe
     * @param problem    why it is not made yet, or was not
     */
    public record TransferAnswer(@Required String payoutId, @Required String partnerId, @Required String accountId, long amount,
                                 @Required String currency, @Required String status, String transferId, String problem) {

        static TransferAnswer of(TransferView transfer) {
            return new TransferAnswer(transfer.payoutId(), transfer.partnerId().value(), transfer.accountId(), transfer.amount().minor(),
                    transfer.amount().currency(), transfer.state().text(), transfer.transferId(), transfer.problem());
        }
    }

    @Inject
    private Transfers transfers;
    @Inject
    private PayoutBatches batches;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the transfers of a batch")
    public List<TransferAnswer> list(@PathParam("id") String id, @BeanParam ListQuery list) {
        check(id);
        return transfers.list(caller.workspaceId(), id, list.page()).stream().map(TransferAnswer::of).toList();
    }

    @POST
    @OwnersOnly
    @RepeatsSafely
    @Operation(summary = "Send what a confirmed batch pays to accounts at Stripe",
            description = "Each payout to a partner whose payout profile is an account at Stripe becomes a transfer from your balance, by the"
                    + " key of your connection, once: sent again, this sends what was not sent yet. Until Stripe has said what becomes of"
                    + " it, a payout that is being sent can be neither canceled nor decided. Lack of money is tried again for three days.")
    @APIResponseSchema(value = SentAnswer.class, responseCode = "202")
    public Response send(@PathParam("id") String id) {
        check(id);
        return Response.accepted(new SentAnswer(transfers.begin(caller.workspaceId(), id))).build();
    }

    private void check(String id) {
        if (caller.mode() != Mode.LIVE) {
            throw PayoutBatches.unknown(id);
        }
        batches.get(caller.workspaceId(), id);
    }
}
