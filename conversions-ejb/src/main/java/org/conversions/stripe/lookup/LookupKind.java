package org.conversions.stripe.lookup;

import java.util.Locale;
import org.conversions.platform.Word;
import org.conversions.stripe.event.Reason;

/** The kind of object that Stripe is asked about. Payments come first: refunds wait for them, and there are far fewer. */
public enum LookupKind implements Word {

    /** A payment intent or charge: which purchase it paid for. */
    PAYMENT(Reason.PAYMENT_UNKNOWN),
    /** A Stripe customer, who may be older than the connection: what its metadata say. */
    CUSTOMER(Reason.CUSTOMER_UNKNOWN),
    /** An invoice or a checkout session: which codes its discounts come from. */
    DISCOUNTS(Reason.DISCOUNT_UNKNOWN),
    /** A sale: what Stripe kept of its payments. No event waits for it. */
    FEE(null);

    private final Reason reason;

    LookupKind(Reason reason) {
        this.reason = reason;
    }

    /** @return why events wait for it; null when none do */
    public Reason reason() {
        return reason;
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
