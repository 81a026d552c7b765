package org.conversions.stripe.lookup;

import java.util.Optional;
import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.WaitingKey;

/** An object of which Stripe may know what an event lacks that waits or listens. */
public record LookupSubject(LookupKind kind, String objectId) {

    private static final String PAYMENT = WaitingKey.payment("");

    /**
     * @param objectId         of the event's object
     * @param stripeCustomerId whom the event is about, or null
     * @return empty when Stripe knows nothing that would help; so it is when the event is about the customer itself, as it
     *         says what Stripe would answer
     */
    public static Optional<LookupSubject> of(Outcome outcome, String objectId, String stripeCustomerId) {
        String purchase = WaitingKey.purchaseOf(outcome.key());
        if (purchase != null) {
            return Optional.of(new LookupSubject(LookupKind.DISCOUNTS, purchase));
        }
        return outcome instanceof Outcome.Waiting waiting ? of(waiting, objectId, stripeCustomerId) : Optional.empty();
    }

    private static Optional<LookupSubject> of(Outcome.Waiting waiting, String objectId, String stripeCustomerId) {
        if (waiting.key().startsWith(PAYMENT)) {
            return Optional.of(new LookupSubject(LookupKind.PAYMENT, waiting.key().substring(PAYMENT.length())));
        }
        return stripeCustomerId == null || stripeCustomerId.equals(objectId) || !WaitingKey.isOfCustomer(waiting.key())
                ? Optional.empty() : Optional.of(new LookupSubject(LookupKind.CUSTOMER, stripeCustomerId));
    }
}
