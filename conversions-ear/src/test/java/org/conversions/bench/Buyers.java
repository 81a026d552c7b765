package org.conversions.bench;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.conversions.server.ServerSettings;
import org.conversions.server.StripeSigner;

/**
 * Buyers of whom Stripe reports a mixed story: each comes by a click, subscribes, pays six invoices, and has half of the
 * second one back; every fourth leaves. The reports of all buyers are interleaved, as they arrive at a busy server.
 */
final class Buyers {

    /** The reports of one buyer, in this order. */
    static final int EVENTS = 12;
    static final int SALES = 6;
    static final int REFUNDS = 1;

    private static final String PATH = "/api/stripe/integration/webhook";

    private final URI server;
    private final String name;
    private final List<String> clickIds;

    /** @param name of this group of buyers @param clickIds one for each */
    Buyers(URI server, String name, List<String> clickIds) {
        this.server = server;
        this.name = name;
        this.clickIds = clickIds;
    }

    long events() {
        return (long) clickIds.size() * EVENTS;
    }

    /** @return the bytes of the n-th report */
    byte[] request(long n) {
        int buyer = (int) (n % clickIds.size());
        int step = (int) (n / clickIds.size());
        String body = event(buyer, step);
        return Load.post(server, PATH, body, StripeSigner.sign(body, ServerSettings.WEBHOOK_SECRET_LIVE));
    }

    /** @return the id of the invoice that the n-th report makes a sale; null when it makes none, or one that is known already */
    String invoice(long n) {
        int step = (int) (n / clickIds.size());
        String id = name + n % clickIds.size();
        return switch (step) {
            case 4 -> "in_" + id + "_2";
            case 6 -> "in_" + id + "_3";
            case 8, 9, 10 -> "in_" + id + '_' + (step - 4);
            default -> null;
        };
    }

    private String event(int buyer, int step) {
        String id = name + buyer;
        return switch (step) {
            case 0 -> event(id, step, "customer.created", customer(id, buyer));
            case 1 -> event(id, step, "checkout.session.completed", "{\"id\":\"cs_" + id + "\",\"object\":\"checkout.session\","
                    + "\"mode\":\"subscription\",\"payment_status\":\"paid\",\"status\":\"complete\",\"customer\":\"cus_" + id
                    + "\",\"customer_details\":{\"name\":\"Bea Buyer\",\"email\":\"" + id + "@buyers.example\"},"
                    + "\"client_reference_id\":\"dub_id_" + clickIds.get(buyer) + "\",\"subscription\":\"sub_" + id
                    + "\",\"invoice\":\"in_" + id + "_1\",\"currency\":\"usd\",\"amount_subtotal\":2000,\"amount_total\":2400,"
                    + "\"total_details\":{\"amount_tax\":400,\"amount_discount\":0,\"amount_shipping\":0},\"metadata\":{}}");
            case 3 -> event(id, step, "invoice_payment.paid", invoicePayment(id, 1));
            case 5 -> event(id, step, "invoice_payment.paid", invoicePayment(id, 2));
            case 7 -> event(id, step, "charge.refunded", "{\"id\":\"ch_" + id + "_2\",\"object\":\"charge\",\"amount\":2400,"
                    + "\"amount_refunded\":1200,\"refunded\":false,\"currency\":\"usd\",\"customer\":\"cus_" + id
                    + "\",\"payment_intent\":\"pi_" + id + "_2\"}");
            case 11 -> buyer % 4 == 0
                    ? event(id, step, "customer.subscription.deleted", "{\"id\":\"sub_" + id + "\",\"object\":\"subscription\","
                            + "\"customer\":\"cus_" + id + "\",\"status\":\"canceled\",\"ended_at\":"
                            + Instant.now().getEpochSecond() + ",\"metadata\":{}}")
                    : event(id, step, "customer.updated", customer(id, buyer));
            case 2 -> event(id, step, "invoice.paid", invoice(id, 1));
            case 4 -> event(id, step, "invoice.paid", invoice(id, 2));
            case 6 -> event(id, step, "invoice.paid", invoice(id, 3));
            default -> event(id, step, "invoice.paid", invoice(id, step - 4));
        };
    }

    private String customer(String id, int buyer) {
        return "{\"id\":\"cus_" + id + "\",\"object\":\"customer\",\"name\":\"Bea Buyer\",\"email\":\"" + id
                + "@buyers.example\",\"metadata\":{\"dubCustomerExternalId\":\"user_" + id + "\",\"dubClickId\":\""
                + clickIds.get(buyer) + "\"}}";
    }

    private static String invoice(String id, int number) {
        return "{\"id\":\"in_" + id + '_' + number + "\",\"object\":\"invoice\",\"customer\":\"cus_" + id
                + "\",\"customer_email\":\"" + id + "@buyers.example\",\"currency\":\"usd\",\"amount_paid\":2400,"
                + "\"total\":2400,\"total_excluding_tax\":2000,\"status\":\"paid\",\"billing_reason\":\""
                + (number == 1 ? "subscription_create" : "subscription_cycle")
                + "\",\"parent\":{\"type\":\"subscription_details\",\"subscription_details\":{\"subscription\":\"sub_" + id
                + "\",\"metadata\":{}}},\"metadata\":{}," + lines(id, number) + "}";
    }

    /** The lines that make Stripe's invoices as long as they are. */
    private static String lines(String id, int number) {
        return "\"lines\":{\"object\":\"list\",\"data\":[{\"id\":\"il_" + id + '_' + number + "\",\"object\":\"line_item\","
                + "\"amount\":2000,\"currency\":\"usd\",\"description\":\"" + "One month of everything. ".repeat(100)
                + "\",\"quantity\":1}]}";
    }

    private static String invoicePayment(String id, int number) {
        return "{\"id\":\"inpay_" + id + '_' + number + "\",\"object\":\"invoice_payment\",\"invoice\":\"in_" + id + '_' + number
                + "\",\"status\":\"paid\",\"payment\":{\"type\":\"payment_intent\",\"payment_intent\":\"pi_" + id + '_' + number
                + "\"}}";
    }

    private static String event(String id, int step, String type, String object) {
        return "{\"id\":\"evt_" + id + '_' + step + "\",\"object\":\"event\",\"type\":\"" + type + "\",\"account\":\""
                + ServerSettings.STRIPE_ACCOUNT + "\",\"livemode\":true,\"api_version\":\"2025-03-31.basil\",\"created\":"
                + Instant.now().getEpochSecond() + ",\"data\":{\"object\":" + object + "}}";
    }
}
