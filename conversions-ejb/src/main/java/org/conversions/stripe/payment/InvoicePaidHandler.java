package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.conversions.customer.NamedBy;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.Invoice;
import org.conversions.stripe.promotion.PurchaseCodes;
import org.conversions.stripe.subscription.Subscriptions;

/** Handles paid invoices: the first of a subscription, a renewal, an upgrade, or one that the merchant sent. */
@ApplicationScoped
class InvoicePaidHandler implements StripeEventHandler {

    /** The type of a single payment of an invoice, which may succeed before the invoice is paid. */
    private static final String A_PAYMENT = "invoice.payment_succeeded";

    @Inject
    CustomerResolver customers;
    @Inject
    PaidSales payments;
    @Inject
    Subscriptions subscriptions;
    @Inject
    PurchaseCodes codes;
    @Inject
    Purchases purchases;

    @Override
    public Set<String> types() {
        return Set.of("invoice.paid", A_PAYMENT);
    }

    @Override
    public void announce(StripeEvent event) {
        Invoice invoice = Invoice.of(event.object());
        customers.announce(event, invoice.customer());
        payments.announce(event.workspaceId(), event.mode(), Arrays.asList(invoice.paymentIntent(), invoice.charge()));
        subscriptions.announce(event, invoice.subscription());
        purchases.announce(event, invoice.id());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        Invoice invoice = Invoice.of(event.object());
        if (invoice.customer().id() == null) {
            return Outcome.ignored(Reason.NO_CUSTOMER);
        }
        payments.paid(event, invoice.id(), null, invoice.paymentIntent(), invoice.charge());
        Instant paidAt = invoice.paidAt() != null ? invoice.paidAt() : event.occurredAt();
        PurchaseCodes.Found code = codes.of(event, invoice.customer().id(), invoice.id(), paidAt);
        CustomerResolver.Found buyer = customers.find(event, CustomerResolver.Claim.of(invoice.customer(),
                invoice.customer().id(), NamedBy.STRIPE_CUSTOMER, true).with(code.click()));
        if (buyer.customer() == null) {
            return code.waiting().orElseGet(() -> buyer.waiting(invoice.customer()));
        }
        if (invoice.subscription() != null) {
            subscriptions.bought(event, invoice.subscription(), invoice.customer().id(), buyer.customer(),
                    invoice.kind() != SaleKind.RECURRING);
        }
        if (invoice.open() && event.type().equals(A_PAYMENT)) {
            return Outcome.ignored(Reason.PAYMENT_PENDING);
        }
        return purchases.record(event, buyer, invoice.id(), invoice.id(), invoice.kind(), SaleSource.INVOICE,
                invoice.amount(), null, invoice.paid(), invoice.composition(), paidAt, code);
    }
}
