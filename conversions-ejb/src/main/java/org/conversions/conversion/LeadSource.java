package org.conversions.conversion;

/** Where a lead came from: the API, a Stripe customer with metadata, or a payment link. */
public enum LeadSource {
    TRACKED("tracked"), STRIPE_CUSTOMER("stripe-customer"), PAYMENT_LINK("payment-link");

    private final String text;

    LeadSource(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
