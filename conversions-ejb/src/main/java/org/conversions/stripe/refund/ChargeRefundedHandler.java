package org.conversions.stripe.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.sale.entry.SaleChange;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.event.WaitingKey;
import org.conversions.stripe.object.Charge;

/** Handles refunded charges: the same share of their sales, and of the partners' commissions, goes back. */
@ApplicationScoped
class ChargeRefundedHandler implements StripeEventHandler {

    @Inject
    ReturnedSales returned;

    @Override
    public Set<String> types() {
        return Set.of("charge.refunded");
    }

    @Override
    public String listensFor(StripeEvent event) {
        Charge charge = Charge.of(event.object());
        return WaitingKey.payment(charge.paymentIntent(), charge.id());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Charge charge = Charge.of(event.object());
        if (charge.refunded() == 0) {
            return Outcome.ignored(Reason.NOTHING_REFUNDED);
        }
        return returned.ofPayment(event, charge.facts(), charge.paymentIntent(), charge.id(), charge.invoice(),
                SaleChange.Kind.REFUND);
    }
}
