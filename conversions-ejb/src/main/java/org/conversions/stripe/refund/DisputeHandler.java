package org.conversions.stripe.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.conversions.sale.entry.SaleChange;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.Dispute;

/** Handles disputes of payments: opened, one holds the commission; lost, it takes it back; won or closed, it releases it. */
@ApplicationScoped
class DisputeHandler implements StripeEventHandler {

    @Inject
    ReturnedSales returned;

    @Override
    public Set<String> types() {
        return Set.of("charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
                "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated");
    }

    @Override
    public String listensFor(StripeEvent event) {
        Dispute dispute = Dispute.of(event.object());
        return WaitingKey.payment(dispute.paymentIntent(), dispute.charge());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Dispute dispute = Dispute.of(event.object());
        return returned.ofPayment(event, List.of(dispute.fact()), dispute.paymentIntent(), dispute.charge(), null,
                SaleChange.Kind.DISPUTE);
    }
}
