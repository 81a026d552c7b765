package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.conversion.LeadSource;

/** An invoice was paid: the first of a subscription, a renewal, an upgrade, or one that the merchant sent. */
@ApplicationScoped
class InvoicePaidHandler implements StripeEventHandler {

    @Inject
    Buyers buyers;
    @Inject
    Payments payments;
    @Inject
    Subscriptions subscriptions;
    @Inject
    PaidPurchases purchases;

    @Override
    public Set<String> types() {
        return Set.of("invoice.paid", "invoice.payment_succeeded");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Invoice invoice = Invoice.of(event.object());
        if (invoice.customer() == null) {
            return Outcome.ignored(Reason.NO_CUSTOMER);
        }
        payments.paid(event, invoice.id(), invoice.paymentIntent(), invoice.charge());
        Buyers.Found buyer = buyers.find(event, new Buyers.Claim(invoice.tracking(), invoice.customer(),
                invoice.customer(), invoice.name(), invoice.email(), null), LeadSource.STRIPE_CUSTOMER);
        if (buyer.customer() == null) {
            return Outcome.waiting(buyer.reason(), invoice.tracking().externalId() != null
                    ? WaitingKey.externalId(invoice.tracking().externalId())
                    : WaitingKey.stripeCustomer(invoice.customer()));
        }
        if (invoice.subscription() != null) {
            subscriptions.seen(event, invoice.subscription(), invoice.customer(), buyer.customer());
        }
        return purchases.record(event, buyer.customer(), invoice.id(), invoice.id(), invoice.kind(), invoice.amount(),
                invoice.paidAt() != null ? invoice.paidAt() : event.occurredAt());
    }
}
