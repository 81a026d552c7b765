package org.conversions.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.ClickId;

/** Writes Stripe's objects and events as Stripe writes them, those of buyers of old in the shapes before basil. Pure. */
final class SampleEvents {

    static final String BASIL = "2025-03-31.basil";
    static final String ACACIA = "2025-02-24.acacia";
    private static final List<String> PRODUCTS = List.of("Weekly beans, 250 g", "Weekly beans, 500 g");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SampleShop shop;
    private int events;

    SampleEvents(SampleShop shop) {
        this.shop = shop;
    }

    /** A buyer at Stripe. @param number counts the buyers. @param old whether the account's version is from before basil */
    record Buyer(int number, String stripeId, String name, String email, SamplePlace place, String externalId, boolean old) {
    }

    /** What is paid. @param net what counts of it. @param number counts the payments. @param product 0 or 1 for a subscription */
    record Price(int number, int product, String currency, long net, long tax) {
        long total() {
            return net + tax;
        }
    }

    SampleStep.Delivery customer(Buyer buyer, ClickId clickId, Instant at) {
        ObjectNode customer = object(buyer.stripeId(), "customer").put("created", at.getEpochSecond()).put("email", buyer.email())
                .put("name", buyer.name()).put("livemode", false);
        customer.putObject("address").put("country", buyer.place().name());
        customer.putObject("metadata").put(shop.vocabulary().externalIdKeys().get(0), buyer.externalId())
                .put(shop.vocabulary().clickIdKey(), clickId.value());
        return event("customer.created", customer, buyer, at);
    }

    /** @param clickId null when the buyer is known. @param invoice null for a single payment. @param subscription null for none */
    SampleStep.Delivery checkout(Buyer buyer, ClickId clickId, Price price, String invoice, String subscription, Instant at) {
        ObjectNode session = object(shop.id("cs_test", price.number()), "checkout.session")
                .put("mode", subscription == null ? "payment" : "subscription").put("status", "complete")
                .put("payment_status", price.total() == 0 ? "no_payment_required" : "paid").put("livemode", false)
                .put("client_reference_id", clickId == null ? null : shop.vocabulary().referencePrefix() + clickId.value())
                .put("currency", price.currency()).put("amount_subtotal", price.net()).put("amount_total", price.total())
                .put("customer", buyer.stripeId()).put("invoice", invoice).put("subscription", subscription)
                .put("payment_intent", subscription == null ? intent(price) : null);
        session.putObject("total_details").put("amount_discount", 0).put("amount_shipping", 0).put("amount_tax", price.tax());
        ObjectNode details = session.putObject("customer_details").put("name", buyer.name()).put("email", buyer.email());
        details.putObject("address").put("country", buyer.place().name());
        session.putObject("metadata");
        return event("checkout.session.completed", session, buyer, at);
    }

    SampleStep.Delivery invoice(Buyer buyer, Price price, String reason, String subscription, Instant at) {
        ObjectNode invoice = object(invoiceId(price), "invoice").put("billing_reason", reason).put("customer", buyer.stripeId())
                .put("customer_name", buyer.name()).put("customer_email", buyer.email()).put("currency", price.currency())
                .put("amount_due", price.total()).put("amount_paid", price.total()).put("total", price.total())
                .put("subtotal", price.net()).put("total_excluding_tax", price.net()).put("status", "paid").put("livemode", false);
        invoice.putObject("status_transitions").put("paid_at", at.getEpochSecond());
        invoice.putObject("metadata");
        line(invoice, buyer, price);
        if (buyer.old()) {
            invoice.put("subscription", subscription).put("payment_intent", intent(price)).put("charge", charge(price))
                    .put("tax", price.tax()).put("paid", true).putObject("subscription_details").putObject("metadata");
        } else {
            ObjectNode details = invoice.putObject("parent").put("type", "subscription_details").putObject("subscription_details");
            details.put("subscription", subscription).putObject("metadata");
        }
        return event("invoice.paid", invoice, buyer, at);
    }

    private void line(ObjectNode invoice, Buyer buyer, Price price) {
        ObjectNode line = object(shop.id("il", price.number()), "line_item");
        invoice.putObject("lines").put("object", "list").put("has_more", false).putArray("data").add(line);
        line.put("amount", price.net()).put("currency", price.currency()).put("quantity", 1)
                .put("description", "1 × " + PRODUCTS.get(price.product()) + " (at " + price.net() + " / week)");
        String product = shop.id("prod", price.product());
        (buyer.old() ? line.putObject("price") : line.putObject("pricing").put("type", "price_details").putObject("price_details"))
                .put("product", product);
    }

    /** The event that says since basil which payment paid for which invoice. */
    SampleStep.Delivery invoicePayment(Buyer buyer, Price price, Instant at) {
        ObjectNode payment = object(shop.id("inpay", price.number()), "invoice_payment").put("invoice", invoiceId(price))
                .put("amount_paid", price.total()).put("amount_requested", price.total()).put("currency", price.currency())
                .put("is_default", true).put("status", "paid").put("livemode", false);
        payment.putObject("payment").put("type", "payment_intent").put("payment_intent", intent(price));
        payment.putObject("status_transitions").put("paid_at", at.getEpochSecond());
        return event("invoice_payment.paid", payment, buyer, at);
    }

    /** @param refunded what has gone back of it, with tax */
    SampleStep.Delivery refund(Buyer buyer, Price price, long refunded, Instant at) {
        return event("charge.refunded", object(charge(price), "charge").put("amount", price.total())
                .put("amount_captured", price.total()).put("amount_refunded", refunded).put("currency", price.currency())
                .put("customer", buyer.stripeId()).put("payment_intent", intent(price)).put("refunded", refunded == price.total())
                .put("status", "succeeded").put("livemode", false), buyer, at);
    }

    /** @param status needs_response, won or lost */
    SampleStep.Delivery dispute(Buyer buyer, Price price, String status, Instant at) {
        ObjectNode dispute = object(shop.id("dp", price.number()), "dispute").put("amount", price.total())
                .put("currency", price.currency()).put("charge", charge(price)).put("payment_intent", intent(price))
                .put("reason", "fraudulent").put("status", status).put("livemode", false);
        dispute.putObject("metadata");
        return event(status.equals("needs_response") ? "charge.dispute.created" : "charge.dispute.closed", dispute, buyer, at);
    }

    /** @param status trialing, active or canceled. @param since when it began, or its trial */
    SampleStep.Delivery subscription(Buyer buyer, String id, String status, boolean trial, Instant since, Duration trialDays, Instant at) {
        boolean over = status.equals("canceled");
        ObjectNode subscription = object(id, "subscription").put("customer", buyer.stripeId()).put("status", status)
                .put("start_date", since.getEpochSecond()).put("created", since.getEpochSecond()).put("livemode", false)
                .put("cancel_at_period_end", false);
        subscription.set("trial_start", trial ? JSON.numberNode(since.getEpochSecond()) : JSON.nullNode());
        subscription.set("trial_end", trial ? JSON.numberNode(since.plus(trialDays).getEpochSecond()) : JSON.nullNode());
        subscription.set("canceled_at", over ? JSON.numberNode(at.getEpochSecond()) : JSON.nullNode());
        subscription.set("ended_at", over ? JSON.numberNode(at.getEpochSecond()) : JSON.nullNode());
        subscription.putObject("metadata");
        subscription.putObject("items").put("object", "list").putArray("data").addObject().put("object", "subscription_item")
                .put("quantity", 1);
        return event(over ? "customer.subscription.deleted" : at.equals(since) ? "customer.subscription.created"
                : "customer.subscription.updated", subscription, buyer, at);
    }

    String invoiceId(Price price) {
        return shop.id("in", price.number());
    }

    private String intent(Price price) {
        return shop.id("pi", price.number());
    }

    private String charge(Price price) {
        return shop.id("ch", price.number());
    }

    private static ObjectNode object(String id, String kind) {
        return JSON.objectNode().put("id", id).put("object", kind);
    }

    private SampleStep.Delivery event(String type, ObjectNode object, Buyer buyer, Instant at) {
        ObjectNode event = object(shop.id("evt", ++events), "event").put("api_version", buyer.old() ? ACACIA : BASIL)
                .put("created", at.getEpochSecond()).put("livemode", false).put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", object);
        return new SampleStep.Delivery(type, buyer.stripeId(), at, event);
    }
}
