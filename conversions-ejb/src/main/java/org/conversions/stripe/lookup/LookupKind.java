package org.conversions.stripe.lookup;

import java.util.Locale;
import org.conversions.stripe.event.Reason;

/** What Stripe is asked about. Payments come first: refunds wait for them, and there are far fewer. */
public enum LookupKind {

    /** Which purchase a payment intent or charge paid for. */
    PAYMENT(Reason.PAYMENT_UNKNOWN),
    /** What the metadata of a Stripe customer say, who may be older than the connection. */
    CUSTOMER(Reason.CUSTOMER_UNKNOWN);

    private final Reason reason;

    LookupKind(Reason reason) {
        this.reason = reason;
    }

    /** @return why events wait for it */
    public Reason reason() {
        return reason;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LookupKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
