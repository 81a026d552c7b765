package org.conversions.scenarios;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A buyer as Stripe knows one: the ids, and the events that Stripe sends. Every payment is 24.00 USD of which 4.00 are
 * tax, unless a test says otherwise: a sale of 20.00.
 */
class StripeBuyer {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    final Vocabulary words;
    /** Unique; every id of the buyer ends in it. */
    final String name = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + COUNTER.incrementAndGet();
    final String customer = "cus_" + name;
    final String externalId = "user_" + name;
    final String email = "Bea." + name + "@Example.com";

    StripeBuyer(Vocabulary words) {
        this.words = words;
    }

    /** A completed checkout of a payment link: paid once, by a Stripe customer. */
    StripeEvent checkout() {
        return priced(StripeEvent.of("checkout.session.completed", "checkout.session", "cs_" + name), 2400, 400)
                .with("mode", "payment").with("payment_status", "paid").with("status", "complete")
                .with("customer", customer).with("customer_details", Map.of("name", "Bea", "email", email))
                .with("client_reference_id", null).with("invoice", null).with("payment_intent", "pi_" + name)
                .with("metadata", Map.of());
    }

    /** A completed checkout of a subscription, whose first invoice is number 1. */
    StripeEvent subscriptionCheckout() {
        return checkout().with("mode", "subscription").with("subscription", "sub_" + name)
                .with("invoice", "in_" + name + "_1").with("payment_intent", null);
    }

    /** The buyer is nobody that Stripe keeps. */
    StripeEvent guestCheckout() {
        return checkout().with("customer", null);
    }

    /** A paid invoice of the buyer's subscription: number 1 is the first, the others are renewals. */
    StripeEvent invoice(int number) {
        return invoice(number, "sub_" + name);
    }

    StripeEvent invoice(int number, String subscription) {
        return unattachedInvoice(number)
                .with("parent.type", "subscription_details")
                .with("parent.subscription_details", Map.of("subscription", subscription, "metadata", Map.of()));
    }

    /** The same before basil, with the payment on it. */
    StripeEvent oldInvoice(int number) {
        return unattachedInvoice(number).ofVersion("2024-06-20").with("subscription", "sub_" + name)
                .with("charge", "ch_" + name + "_" + number).with("payment_intent", "pi_" + name + "_" + number);
    }

    private StripeEvent unattachedInvoice(int number) {
        return priced(StripeEvent.of("invoice.paid", "invoice", "in_" + name + "_" + number), 2400, 400)
                .with("billing_reason", number == 1 ? "subscription_create" : "subscription_cycle")
                .with("customer", customer).with("customer_name", "Bea").with("customer_email", email)
                .with("status", "paid").with("metadata", Map.of());
    }

    /** Names the payment of an invoice, as since basil. */
    StripeEvent invoicePayment(int number) {
        return StripeEvent.of("invoice_payment.paid", "invoice_payment", "inpay_" + name + "_" + number)
                .with("invoice", "in_" + name + "_" + number).with("status", "paid")
                .with("payment.type", "payment_intent").with("payment.payment_intent", "pi_" + name + "_" + number);
    }

    /** Reports the sum that has gone back so far of the one-time payment, of 24.00. */
    StripeEvent refund(long refundedSoFar) {
        return refundOf("", refundedSoFar);
    }

    /** Reports the sum that has gone back so far of an invoice's payment, of 24.00. */
    StripeEvent refundOfInvoice(int number, long refundedSoFar) {
        return refundOf("_" + number, refundedSoFar);
    }

    private StripeEvent refundOf(String suffix, long refundedSoFar) {
        return StripeEvent.of("charge.refunded", "charge", "ch_" + name + suffix).with("amount", 2400)
                .with("amount_refunded", refundedSoFar).with("refunded", refundedSoFar == 2400)
                .with("currency", "usd").with("customer", customer).with("payment_intent", "pi_" + name + suffix);
    }

    /** One refund of the one-time payment of 24.00, by itself: this refund's amount alone. */
    StripeEvent singleRefund(String refund, long amount, String status) {
        return StripeEvent.of("refund.created", "refund", "re_" + refund + "_" + name).with("amount", amount)
                .with("charge", "ch_" + name).with("payment_intent", "pi_" + name).with("currency", "usd")
                .with("status", status);
    }

    /** A dispute of the whole one-time payment, or an inquiry about it. */
    StripeEvent dispute(String type, String status) {
        return StripeEvent.of("charge.dispute." + type, "dispute", "dp_" + name).with("amount", 2400)
                .with("charge", "ch_" + name).with("payment_intent", "pi_" + name).with("currency", "usd")
                .with("status", status);
    }

    /** A credit note of 12.00 about an invoice. */
    StripeEvent creditNote(int number) {
        return StripeEvent.of("credit_note.created", "credit_note", "cn_" + name + "_" + number)
                .with("invoice", "in_" + name + "_" + number).with("customer", customer).with("currency", "usd")
                .with("amount", 1200).with("total", 1200).with("refunds", List.of());
    }

    /** A subscription of one seat as it stands. */
    StripeEvent subscription(String status) {
        return subscription("sub_" + name, status);
    }

    StripeEvent subscription(String subscription, String status) {
        return StripeEvent.of("customer.subscription.created", "subscription", subscription)
                .with("customer", customer).with("status", status).with("cancel_at_period_end", false)
                .with("items", Map.of("data", List.of(Map.of("id", "si_1", "quantity", 1))))
                .with("metadata", Map.of());
    }

    /** The Stripe customer, without a word about the click. */
    StripeEvent customerCreated() {
        return StripeEvent.of("customer.created", "customer", customer).with("name", "Bea").with("email", email)
                .with("metadata", Map.of());
    }

    /** The Stripe customer with external id and click id in its metadata. */
    StripeEvent customerCreated(String clickId) {
        return customerCreated().metadata(words.externalIdKey, externalId).metadata(words.clickIdKey, clickId);
    }

    StripeEvent subscriptionEnded() {
        return subscriptionEnded("sub_" + name);
    }

    StripeEvent subscriptionEnded(String subscription) {
        return StripeEvent.of("customer.subscription.deleted", "subscription", subscription)
                .with("customer", customer).with("status", "canceled")
                .with("ended_at", Instant.now().getEpochSecond()).with("metadata", Map.of());
    }

    /** @param total with tax, in minor units */
    static StripeEvent priced(StripeEvent event, long total, long tax) {
        event.with("currency", "usd");
        return event.type().startsWith("invoice")
                ? event.with("total", total).with("amount_paid", total).with("total_excluding_tax", total - tax)
                : event.with("amount_subtotal", total - tax).with("amount_total", total)
                        .with("total_details", Map.of("amount_tax", tax, "amount_discount", 0, "amount_shipping", 0));
    }
}
