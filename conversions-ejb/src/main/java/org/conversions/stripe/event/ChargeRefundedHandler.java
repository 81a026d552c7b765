package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.conversions.conversion.SaleView;
import org.conversions.conversion.Sales;

/** Money of a charge went back to the buyer: the same share of its sale, and of the partner's commission, goes too. */
@ApplicationScoped
class ChargeRefundedHandler implements StripeEventHandler {

    @Inject
    Payments payments;
    @Inject
    Sales sales;

    @Override
    public Set<String> types() {
        return Set.of("charge.refunded");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Charge charge = Charge.of(event.object());
        if (charge.refunded().part() == 0) {
            return Outcome.ignored(Reason.NOTHING_REFUNDED);
        }
        List<String> saleKeys = Stream.concat(Stream.ofNullable(charge.invoice()),
                payments.salesPaidBy(event, charge.paymentIntent(), charge.id()).stream()).distinct().toList();
        if (saleKeys.isEmpty()) {
            return Outcome.waiting(Reason.PAYMENT_UNKNOWN, WaitingKey.payment(
                    charge.paymentIntent() != null ? charge.paymentIntent() : charge.id()));
        }
        long takenBack = 0;
        for (String saleKey : saleKeys) {
            Optional<SaleView> sale = sales.find(event.workspaceId(), event.mode(), saleKey);
            if (sale.isEmpty()) {
                return Outcome.waiting(Reason.SALE_UNKNOWN, WaitingKey.sale(saleKey));
            }
            takenBack += sales.refund(event.workspaceId(), sale.get().id(), charge.id(), charge.refunded(),
                    event.occurredAt()).amount();
        }
        return takenBack > 0
                ? Outcome.processed(takenBack + " of the sale was taken back")
                : Outcome.processed(Reason.REFUND_RECORDED_BEFORE);
    }
}
