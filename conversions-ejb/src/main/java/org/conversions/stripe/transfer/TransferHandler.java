package org.conversions.stripe.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/** Handles transfers that are taken back at Stripe: the payout of one that was taken back in full came back. */
@ApplicationScoped
class TransferHandler implements StripeEventHandler {

    @Inject
    Transfers transfers;

    @Override
    public Set<String> types() {
        return Set.of("transfer.reversed");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        String transferId = event.object().requiredId("id");
        long amount = event.object().amount("amount");
        long back = event.object().optionalAmount("amount_reversed").orElse(0L);
        if (back < amount) {
            return Outcome.ignored(Reason.NOTHING_REFUNDED, "a part of the transfer " + transferId
                    + " was taken back; the payout stays paid until all of it is");
        }
        return transfers.reversed(event.workspaceId(), transferId)
                .map(payout -> Outcome.processed("Payout " + payout + " came back"))
                .orElseGet(() -> Outcome.ignored(Reason.UNSUPPORTED_TYPE, "no payout was sent by the transfer " + transferId));
    }
}
