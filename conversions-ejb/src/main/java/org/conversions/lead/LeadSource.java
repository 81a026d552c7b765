package org.conversions.lead;

/**
 * Where a lead came from: the API, a payment link, a Stripe customer with metadata, a free trial, or a sale
 * without a lead before it.
 */
public enum LeadSource {
    TRACKED("tracked"), PAYMENT_LINK("payment-link"), STRIPE_CUSTOMER("stripe-customer"), TRIAL("trial"),
    DIRECT_SALE("direct-sale");

    private final String text;

    LeadSource(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name: a lead only stores known ones */
    public static LeadSource of(String text) {
        for (LeadSource source : values()) {
            if (source.text.equals(text)) {
                return source;
            }
        }
        throw new IllegalArgumentException("Unknown source of a lead: " + text);
    }

    /**
     * @return what a reward's condition on the customer's source compares with: {@code trial} for a trial, and
     *         {@code tracked} for everything that a click brought
     */
    public String customerSource() {
        return this == TRIAL ? text : TRACKED.text;
    }
}
