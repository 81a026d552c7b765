package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.conversions.customer.NamedBy;
import org.conversions.sale.draft.SaleSource;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.CheckoutSession;
import org.conversions.stripe.object.StripeCustomerObject;
import org.conversions.stripe.promotion.PurchaseCodes;
import org.conversions.stripe.subscription.Subscriptions;

/**
 * Handles completed checkouts: by a payment link or pricing table with a click id in {@code client_reference_id}, or by
 * a session that the merchant made with an external id in its metadata. A payment that takes days is a sale when it has
 * come through.
 */
@ApplicationScoped
class CheckoutHandler implements StripeEventHandler {

    private static final String CAME_THROUGH = "checkout.session.async_payment_succeeded";

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
        return Set.of("checkout.session.completed", CAME_THROUGH);
    }

    @Override
    public void announce(StripeEvent event) {
        CheckoutSession session = CheckoutSession.of(event.object());
        customers.announce(event, session.customer());
        payments.announce(event.workspaceId(), event.mode(), Collections.singletonList(session.paymentIntent()));
        subscriptions.announce(event, session.subscription());
        purchases.announce(event, session.saleKey());
    }

    @Override
    public Outcome handle(StripeEvent event) {
        CheckoutSession session = CheckoutSession.of(event.object());
        if (session.isSetup()) {
            return Outcome.ignored(Reason.SETUP_SESSION);
        }
        StripeCustomerObject customer = session.customer();
        PurchaseCodes.Found code = codes.of(event, placeholder(session), session.id(), event.occurredAt());
        if (customer.id() == null && customer.tracking().isEmpty() && !code.mayBring() && !customers.byEmail(event, customer.email())) {
            return Outcome.ignored(Reason.GUEST_CHECKOUT);
        }
        payments.paid(event, session.saleKey(), null, session.paymentIntent());
        CustomerResolver.Found buyer = customers.find(event, CustomerResolver.Claim.of(customer, placeholder(session),
                NamedBy.PAYMENT_LINK, true).with(code.click()));
        if (buyer.customer() == null) {
            return code.waiting().orElseGet(() -> buyer.waiting(customer));
        }
        if (session.subscription() != null && customer.id() != null) {
            subscriptions.bought(event, session.subscription(), customer.id(), buyer.customer(), true);
        }
        if (session.isPending() && !event.type().equals(CAME_THROUGH)) {
            return Outcome.ignored(Reason.PAYMENT_PENDING);
        }
        if (session.isFree()) {
            return Outcome.ignored(Reason.NOTHING_PAID);
        }
        return purchases.record(event, buyer, session.saleKey(), session.invoice(), session.kind(),
                SaleSource.CHECKOUT, session.amount(), session.shown(), session.total(), session.composition(),
                event.occurredAt(), code);
    }

    /**
     * @return the name of the customer of a session. A guest has no Stripe customer: the email stands in, and without one each
     *         purchase is of a customer of its own
     */
    private static String placeholder(CheckoutSession session) {
        StripeCustomerObject customer = session.customer();
        return customer.id() != null ? customer.id()
                : customer.email() != null ? customer.email().toLowerCase(Locale.ROOT) : session.id();
    }
}
