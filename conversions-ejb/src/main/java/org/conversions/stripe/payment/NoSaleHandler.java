package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;

/** Handles payments that did not and will not come: they make no sale and take none back, as there was none. */
@ApplicationScoped
class NoSaleHandler implements StripeEventHandler {

    private static final Map<String, Reason> REASONS = Map.of(
            "checkout.session.async_payment_failed", Reason.PAYMENT_FAILED,
            "checkout.session.expired", Reason.SESSION_EXPIRED,
            "invoice.voided", Reason.INVOICE_NOT_PAID,
            "invoice.marked_uncollectible", Reason.INVOICE_NOT_PAID);

    @Override
    public Set<String> types() {
        return REASONS.keySet();
    }

    @Override
    public Outcome handle(StripeEvent event) {
        return Outcome.ignored(REASONS.get(event.type()));
    }
}
