package org.conversions.stripe.event;

/** Names of what an event may wait for. Whoever brings it about wakes those that wait under its name. */
public final class WaitingKey {

    private WaitingKey() {
    }

    public static String stripeCustomer(String stripeCustomerId) {
        return "customer:" + stripeCustomerId;
    }

    public static String externalId(String externalId) {
        return "external:" + externalId;
    }

    /** @param paymentId a payment intent or charge whose sale is to become known */
    public static String payment(String paymentId) {
        return "payment:" + paymentId;
    }

    public static String sale(String saleKey) {
        return "sale:" + saleKey;
    }

    public static String exchangeRate(String currency) {
        return "rate:" + currency;
    }
}
