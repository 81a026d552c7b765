package org.conversions.stripe.event;

import org.conversions.customer.Identity;
import org.conversions.platform.id.CustomerId;
import org.conversions.workspace.Mode;

/** Keys of what a Stripe event may wait for. The transaction that brings it wakes the events that wait under its key. */
public final class WaitingKey {

    /** The key of any rate: the customer's currency or the workspace's may be the one that is missing. */
    public static final String EXCHANGE_RATE = "rate";

    private static final String DISCOUNTS = "discounts:";

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

    /** Names an account that is not connected yet. */
    public static String account(String accountId, Mode mode) {
        return "account:" + accountId + ':' + mode.text();
    }

    /** Names a payment by its payment intent, or else its charge. @return null without either */
    public static String payment(String paymentIntent, String charge) {
        return paymentIntent == null && charge == null ? null : payment(paymentIntent != null ? paymentIntent : charge);
    }

    public static String sale(String saleKey) {
        return "sale:" + saleKey;
    }

    /** Names what the discounts of a purchase come from. @param purchaseId an invoice or a checkout session */
    public static String discounts(String purchaseId) {
        return DISCOUNTS + purchaseId;
    }

    /** @return the purchase of such a key; null for another key */
    public static String purchaseOf(String key) {
        return key != null && key.startsWith(DISCOUNTS) ? key.substring(DISCOUNTS.length()) : null;
    }

    /** Names another click of a known customer: it may be older than a purchase that no click has brought yet. */
    public static String clicks(CustomerId customerId) {
        return "clicks:" + customerId;
    }

    /** @return whether it is the key of a customer, by any name */
    public static boolean isOfCustomer(String key) {
        return key.startsWith(stripeCustomer("")) || key.startsWith(externalId("")) || key.startsWith("email:");
    }

    /** Names a customer who is recognised by the email. */
    public static String email(String email) {
        return "email:" + Identity.emailKey(email);
    }
}
