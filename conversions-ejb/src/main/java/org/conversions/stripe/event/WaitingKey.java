package org.conversions.stripe.event;

import org.conversions.customer.Identity;
import org.conversions.workspace.Mode;

/** Names of what an event may wait for. Whoever brings it about wakes those that wait under its name. */
public final class WaitingKey {

    /** Any rate: the buyer's currency or the workspace's may be the one that is missing. */
    public static final String EXCHANGE_RATE = "rate";

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

    /** An account that nobody has connected yet. */
    public static String account(String accountId, Mode mode) {
        return "account:" + accountId + ':' + mode.text();
    }

    /** By the payment intent, or else the charge. @return null without either */
    public static String payment(String paymentIntent, String charge) {
        return paymentIntent == null && charge == null ? null : payment(paymentIntent != null ? paymentIntent : charge);
    }

    public static String sale(String saleKey) {
        return "sale:" + saleKey;
    }

    /** Another click of a known buyer: it may be older than a purchase that no click has brought yet. */
    public static String clicks(String customerId) {
        return "clicks:" + customerId;
    }

    /** Whether it is a buyer, by whatever name, that is waited for. */
    public static boolean isOfBuyer(String key) {
        return key.startsWith(stripeCustomer("")) || key.startsWith(externalId("")) || key.startsWith("email:");
    }

    /** A buyer who is recognised by the email. */
    public static String email(String email) {
        return "email:" + Identity.emailKey(email);
    }
}
