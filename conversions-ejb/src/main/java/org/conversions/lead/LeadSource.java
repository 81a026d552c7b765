package org.conversions.lead;

import org.conversions.platform.Word;

/**
 * The source of a lead: the API, a payment link, a Stripe customer with metadata, a free trial, or a sale
 * without a lead before it.
 */
public enum LeadSource implements Word {
    TRACKED("tracked"), PAYMENT_LINK("payment-link"), STRIPE_CUSTOMER("stripe-customer"), TRIAL("trial"),
    DIRECT_SALE("direct-sale");

    private final String text;

    LeadSource(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * @return the word that a reward's condition on the customer's source compares with: {@code trial} for a trial, and
     *         {@code tracked} for everything that a click brought
     */
    public String customerSource() {
        return this == TRIAL ? text : TRACKED.text;
    }
}
