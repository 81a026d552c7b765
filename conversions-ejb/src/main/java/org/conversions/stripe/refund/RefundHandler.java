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
import org.conversions.stripe.object.Refund;

/** Handles single refunds that were made, changed or failed. The same money, reported by the charge as well, counts once. */
@ApplicationScoped
class RefundHandler implements StripeEventHandler {

    @Inject
    ReturnedSales returned;

    @Override
    public Set<String> types() {
        return Set.of("refund.created", "refund.updated", "refund.failed", "charge.refund.updated");
    }

    @Override
    public String listensFor(StripeEvent event) {
        Refund refund = Refund.of(event.object());
        return WaitingKey.payment(refund.paymentIntent(), refund.charge());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Refund refund = Refund.of(event.object());
        return returned.ofPayment(event, List.of(refund.fact()), refund.paymentIntent(), refund.charge(), null,
                SaleChange.Kind.REFUND);
    }
}
