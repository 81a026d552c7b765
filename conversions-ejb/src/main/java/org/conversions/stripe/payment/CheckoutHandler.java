package org.conversions.stripe.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.conversions.customer.NamedBy;
import org.conversions.sale.SaleSource;
import org.conversions.stripe.buyer.CustomerResolver;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.event.StripeEvent;
import org.conversions.stripe.event.StripeEventHandler;
import org.conversions.stripe.object.CheckoutSession;
import org.conversions.stripe.subscription.Subscriptions;

/**
 * A checkout was completed: by a payment link or pricing table with a click id in {@code client_reference_id}, or by
 * a session that the merchant made with an external id in its metadata. A payment that takes days is a sale when it has
 * come through.
 */
@ApplicationScoped
class CheckoutHandler implements StripeEventHandler {

    private static final String CAME_THROUGH = "checkout.session.async_payment_succeeded";

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
        return Set.of("checkout.session.completed", CAME_THROUGH);
    }

    @Override
    public Outcome handle(StripeEvent event) {
        CheckoutSession session = CheckoutSession.of(event.object());
        if (session.isSetup()) {
            return Outcome.ignored(Reason.SETUP_SESSION);
        }
        if (session.customer() == null && session.tracking().isEmpty() && !buyers.byEmail(event, session.email())) {
            return Outcome.ignored(Reason.GUEST_CHECKOUT);
        }
        payments.paid(event, session.saleKey(), null, session.paymentIntent());
        CustomerResolver.Found buyer = buyers.find(event, claim(session));
        if (buyer.customer() == null) {
            return buyer.waiting(session.tracking().externalId(), session.customer(), session.email());
        }
        if (session.subscription() != null && session.customer() != null) {
            subscriptions.bought(event, session.subscription(), session.customer(), buyer.customer(), true);
        }
        if (session.isPending() && !event.type().equals(CAME_THROUGH)) {
            return Outcome.ignored(Reason.PAYMENT_PENDING);
        }
        if (session.isFree()) {
            return Outcome.ignored(Reason.NOTHING_PAID);
        }
        return purchases.record(event, buyer, session.saleKey(), session.invoice(), session.kind(),
                SaleSource.CHECKOUT, session.amount(), session.shown(), session.total(), event.occurredAt());
    }

    /** A guest has no Stripe customer: the email stands in, and without one each purchase is a buyer of its own. */
    private static CustomerResolver.Claim claim(CheckoutSession session) {
        String placeholder = session.customer() != null ? session.customer()
                : session.email() != null ? session.email().toLowerCase(Locale.ROOT) : session.id();
        return new CustomerResolver.Claim(session.tracking(), session.customer(), placeholder, session.name(), session.email(),
                session.country(), NamedBy.PAYMENT_LINK, true);
    }
}
