package org.conversions.lead;

import org.conversions.platform.Word;

/**
 * The source of a lead: the API, a payment link, a Stripe customer with metadata, a free trial, a sale without a lead before
 * it, a discount code, or a partner who submitted it.
 */
public enum LeadSource implements Word {
    TRACKED("tracked"), PAYMENT_LINK("payment-link"), STRIPE_CUSTOMER("stripe-customer"), TRIAL("trial"),
    DIRECT_SALE("direct-sale"), DISCOUNT_CODE("discount-code"), SUBMITTED("submitted");

    private final String text;

    LeadSource(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * @return the word that a reward's condition on the customer's source compares with: {@code trial} for a trial,
     *         {@code submitted} for what a partner submitted, and {@code tracked} for everything else
     */
    public String customerSource() {
        return this == TRIAL || this == SUBMITTED ? text : TRACKED.text;
    }
}
