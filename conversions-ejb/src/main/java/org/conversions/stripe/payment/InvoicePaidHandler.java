package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.customer.NamedBy;
import org.conversions.sale.SaleKind;
import org.conversions.sale.SaleSource;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.Invoice;
import org.conversions.stripe.subscription.Subscriptions;

/** An invoice was paid: the first of a subscription, a renewal, an upgrade, or one that the merchant sent. */
@ApplicationScoped
class InvoicePaidHandler implements StripeEventHandler {

    /** One of several payments of an invoice may succeed before the invoice is paid. */
    private static final String A_PAYMENT = "invoice.payment_succeeded";

    @Inject
    CustomerResolver buyers;
    @Inject
    PaidSales payments;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Purchases purchases;

    @Override
    public Set<String> types() {
        return Set.of("invoice.paid", A_PAYMENT);
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Invoice invoice = Invoice.of(event.object());
        if (invoice.customer() == null) {
            return Outcome.ignored(Reason.NO_CUSTOMER);
        }
        payments.paid(event, invoice.id(), null, invoice.paymentIntent(), invoice.charge());
        CustomerResolver.Found buyer = buyers.find(event, new CustomerResolver.Claim(invoice.tracking(), invoice.customer(),
                invoice.customer(), invoice.name(), invoice.email(), null, NamedBy.STRIPE_CUSTOMER, true));
        if (buyer.customer() == null) {
            return buyer.waiting(invoice.tracking().externalId(), invoice.customer(), invoice.email());
        }
        if (invoice.subscription() != null) {
            subscriptions.bought(event, invoice.subscription(), invoice.customer(), buyer.customer(),
                    invoice.kind() != SaleKind.RECURRING);
        }
        if (invoice.open() && event.type().equals(A_PAYMENT)) {
            return Outcome.ignored(Reason.PAYMENT_PENDING);
        }
        return purchases.record(event, buyer, invoice.id(), invoice.id(), invoice.kind(), SaleSource.INVOICE,
                invoice.amount(), null, invoice.paid(), invoice.paidAt() != null ? invoice.paidAt() : event.occurredAt());
    }
}
