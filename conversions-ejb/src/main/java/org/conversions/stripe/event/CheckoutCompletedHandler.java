package org.conversions.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.conversions.conversion.LeadSource;

/**
 * A checkout was completed: by a payment link or pricing table with a click id in {@code client_reference_id}, or by
 * a session that the merchant made with an external id in its metadata.
 */
@ApplicationScoped
class CheckoutCompletedHandler implements StripeEventHandler {

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
        return Set.of("checkout.session.completed");
    }

    @Override
    public Outcome handle(StripeEvent event) {
        CheckoutSession session = CheckoutSession.of(event.object());
        if (session.isSetup()) {
            return Outcome.ignored(Reason.SETUP_SESSION);
        }
        if (session.customer() == null && session.tracking().isEmpty()) {
            return Outcome.ignored(Reason.GUEST_CHECKOUT);
        }
        payments.paid(event, session.saleKey(), session.paymentIntent());
        Buyers.Found buyer = buyers.find(event, claim(session), LeadSource.PAYMENT_LINK);
        if (buyer.customer() == null) {
            return unknown(session, buyer.reason());
        }
        if (session.subscription() != null && session.customer() != null) {
            subscriptions.seen(event, session.subscription(), session.customer(), buyer.customer());
        }
        if (session.isPending()) {
            return Outcome.ignored(Reason.PAYMENT_PENDING);
        }
        return purchases.record(event, buyer.customer(), session.saleKey(), session.invoice(), session.kind(),
                session.amount(), event.occurredAt());
    }

    /** A guest has no Stripe customer: the email stands in, and without one each purchase is a buyer of its own. */
    private static Buyers.Claim claim(CheckoutSession session) {
        String standIn = session.customer() != null ? session.customer()
                : session.email() != null ? session.email().toLowerCase(java.util.Locale.ROOT) : session.id();
        return new Buyers.Claim(session.tracking(), session.customer(), standIn, session.name(), session.email(),
                session.country());
    }

    private static Outcome unknown(CheckoutSession session, Reason reason) {
        if (session.tracking().externalId() != null) {
            return Outcome.waiting(reason, WaitingKey.externalId(session.tracking().externalId()));
        }
        if (session.customer() != null) {
            return Outcome.waiting(reason, WaitingKey.stripeCustomer(session.customer()));
        }
        return Outcome.ignored(reason);
    }
}
