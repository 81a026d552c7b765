package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.InvoicePayment;

/** Handles payments of invoices: they make no sale, but refunds find theirs by them. */
@ApplicationScoped
class InvoicePaymentHandler implements StripeEventHandler {

    @Inject
    PaidSales payments;

    @Override
    public Set<String> types() {
        return Set.of("invoice_payment.paid");
    }

    @Override
    public void announce(StripeEvent event) {
        payments.announce(event.workspaceId(), event.mode(),
                Collections.singletonList(InvoicePayment.of(event.object()).payment()));
    }

    @Override
    public Outcome handle(StripeEvent event) {
        InvoicePayment paid = InvoicePayment.of(event.object());
        if (paid.payment() == null) {
            return Outcome.ignored(Reason.NOTHING_PAID, "the invoice was paid outside Stripe");
        }
        payments.paid(event, paid.invoice(), paid.amount(), paid.payment());
        return Outcome.processed("Payment " + paid.payment() + " paid for invoice " + paid.invoice());
    }
}
