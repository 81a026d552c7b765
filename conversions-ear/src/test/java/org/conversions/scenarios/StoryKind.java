package org.conversions.scenarios;

import java.util.List;
import java.util.Map;

/** The events of a story whose order must not matter, each time of a buyer of their own who came by a link. */
enum StoryKind {
    /** A one-time payment by a payment link, refunded in two steps that three kinds of events report. */
    REFUNDED {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated(clickId),
                    buyer.checkout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.refund(800),
                    refund(buyer, "re_1", 800, "succeeded", "refund.updated"),
                    buyer.refund(2400),
                    refund(buyer, "re_2", 1600, "pending", "refund.created"));
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.sales(1, 2000).refunds(2, 2000))
                    .sale("one-time 2000 of 2000, refunds 2 of 2000").commission("sale 0 of 400 for 1, refunded")
                    .lead("Sign up").buyer("Bea user_… cus_… bought 1, refunds 2, left 0"));
        }
    },
    /** A refund that fails after it was reported. */
    REFUND_FAILED {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated(clickId),
                    buyer.checkout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.refund(1200),
                    refund(buyer, "re_1", 1200, "pending", "refund.created"),
                    refund(buyer, "re_1", 1200, "failed", "refund.failed"),
                    buyer.customerCreated().with("name", "Beatrice").as("customer.updated"));
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.sales(1, 2000))
                    .sale("one-time 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                    .lead("Sign up").buyer("Beatrice user_… cus_… bought 1, refunds 0, left 2000"));
        }
    },
    /** A free trial of three seats, then of five, is paid, extended, partly refunded, and cancelled. */
    TRIAL {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    subscription(buyer, "customer.subscription.created", "trialing", 3),
                    subscription(buyer, "customer.subscription.updated", "trialing", 5),
                    buyer.oldInvoice(2),
                    buyer.oldInvoice(3).with("billing_reason", "subscription_update"),
                    buyer.refundOfInvoice(3, 1200),
                    buyer.subscriptionEnded());
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.leads(6).sales(2, 4000).refunds(1, 1000))
                    .sale("recurring 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                    .sale("expansion 2000 of 2000, refunds 1 of 1000").commission("sale 200 of 400 for 1, pending")
                    .lead("Sign up").lead("Started Trial")
                    .buyer("Bea user_… cus_… bought 2, refunds 1, left 3000, lost"));
        }

        @Override
        Before before() {
            return Before.SIGNED_UP;
        }
    },
    /** A customer whom one partner brought buys by the payment link of another one. */
    KNOWN_CUSTOMER {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated().metadata(buyer.words.externalIdKey, buyer.externalId)
                            .as("customer.updated"),
                    buyer.subscriptionCheckout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.invoice(1),
                    buyer.invoicePayment(1).with("amount_paid", 2400),
                    buyer.refundOfInvoice(1, 1200),
                    buyer.invoice(2));
        }

        @Override
        List<EndState> ends() {
            String buyer = "Bea user_… cus_… bought 2, refunds 1, left 3000";
            return List.of(
                    EndState.of(BOUGHT.leads(0).sales(1, 2000).refunds(1, 1000))
                            .sale("first 2000 of 2000, refunds 1 of 1000")
                            .commission("sale 200 of 400 for 1, pending").buyer(buyer),
                    EndState.of(BOUGHT.sales(1, 2000)).sale("recurring 2000 of 2000, refunds 0 of 0")
                            .commission("sale 400 of 400 for 1, pending").lead("Sign up").buyer(buyer));
        }

        @Override
        Before before() {
            return Before.BROUGHT_BY_ANOTHER;
        }
    },
    /** A disputed payment that was partly refunded before and is lost. */
    DISPUTED {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated(clickId),
                    buyer.checkout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.refund(600),
                    buyer.dispute("created", "needs_response"),
                    buyer.dispute("funds_withdrawn", "under_review"),
                    buyer.dispute("closed", "lost"));
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.sales(1, 2000).refunds(2, 2000))
                    .sale("one-time 2000 of 2000, refunds 2 of 2000").commission("sale 0 of 400 for 1, refunded")
                    .lead("Sign up").buyer("Bea user_… cus_… bought 1, refunds 2, left 0"));
        }
    },
    /** A checkout whose invoice was settled half from credit, so that the two name different amounts. */
    PARTLY_FROM_CREDIT {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated(clickId),
                    buyer.subscriptionCheckout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.invoice(1).with("amount_paid", 1200),
                    buyer.invoicePayment(1).with("amount_paid", 1200),
                    buyer.refundOfInvoice(1, 300).with("amount", 1200),
                    subscription(buyer, "customer.subscription.updated", "active", 1)
                            .with("cancel_at_period_end", true));
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.sales(1, 1000).refunds(1, 250))
                    .sale("first 1000 of 1000, refunds 1 of 250").commission("sale 150 of 200 for 1, pending")
                    .lead("Sign up").buyer("Bea user_… cus_… bought 1, refunds 1, left 750"));
        }
    },
    /** A subscription by a payment link, a renewal of which half goes back and then all, the end: nine events. */
    RENEWED {
        @Override
        List<StripeEvent> events(StripeBuyer buyer, String clickId) {
            return List.of(
                    buyer.customerCreated(clickId),
                    buyer.subscriptionCheckout().with("client_reference_id", buyer.words.prefix + clickId),
                    buyer.invoice(1),
                    buyer.invoice(1).as("invoice.payment_succeeded"),
                    buyer.invoice(2),
                    buyer.invoicePayment(2),
                    buyer.refundOfInvoice(2, 1200),
                    buyer.refundOfInvoice(2, 2400),
                    buyer.subscriptionEnded());
        }

        @Override
        List<EndState> ends() {
            return List.of(EndState.of(BOUGHT.sales(2, 4000).refunds(2, 2000))
                    .sale("first 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                    .sale("recurring 2000 of 2000, refunds 2 of 2000").commission("sale 0 of 400 for 1, refunded")
                    .lead("Sign up").buyer("Bea user_… cus_… bought 2, refunds 2, left 2000, lost"));
        }
    };

    /** A link that was clicked once and brought one buyer. */
    private static final Figures BOUGHT = Figures.NONE.clicks(1).leads(1).buyers(1);

    /** The report of the merchant's server on the buyer, before Stripe's first. */
    enum Before {
        NOTHING,
        /** The buyer signed up after the click. */
        SIGNED_UP,
        /** The buyer signed up after a click on another partner's link. */
        BROUGHT_BY_ANOTHER
    }

    /** @param clickId of the buyer's click on the story's link */
    abstract List<StripeEvent> events(StripeBuyer buyer, String clickId);

    /** Returns the end state of the story's link, and of the other partner's link if there is one. */
    abstract List<EndState> ends();

    Before before() {
        return Before.NOTHING;
    }

    /** Returns the number of events. */
    int length() {
        return events(new StripeBuyer(Vocabulary.DUB), "").size();
    }

    private static StripeEvent refund(StripeBuyer buyer, String id, long amount, String status, String type) {
        return StripeEvent.of(type, "refund", id + "_" + buyer.name).with("amount", amount).with("status", status)
                .with("currency", "usd").with("charge", "ch_" + buyer.name)
                .with("payment_intent", "pi_" + buyer.name);
    }

    private static StripeEvent subscription(StripeBuyer buyer, String type, String status, int seats) {
        return StripeEvent.of(type, "subscription", "sub_" + buyer.name).with("customer", buyer.customer)
                .with("status", status).with("items", Map.of("data", List.of(Map.of("quantity", seats))))
                .with("metadata", Map.of(buyer.words.externalIdKey, buyer.externalId));
    }
}
