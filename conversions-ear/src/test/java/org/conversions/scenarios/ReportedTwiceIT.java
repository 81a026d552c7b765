package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A purchase that Stripe reports by its events and the merchant by a call of its own is one sale, and every order of
 * the reports ends in one state. The call says more than Stripe counts, another name, and sometimes another click.
 */
@OnBothDatabases
class ReportedTwiceIT {

    private static final int AT_ONCE = 12;

    private final Merchant merchant = Merchant.of(ReportedTwiceIT.class);

    /** A buyer with three events of Stripe and one call about the purchase. */
    enum Kind {
        /** The buyer is not known: Stripe's checkout names the click only, the call names the merchant's id as well. */
        UNKNOWN {
            @Override
            StoryRun tell(Story story, Story other) {
                String reference = story.reference();
                return new StoryRun(story, other, call(story, "in_" + story.name + "_1", story.idOf(reference)),
                        List.of(story.subscriptionCheckout().with("client_reference_id", reference),
                                story.oldInvoice(1), story.refundOfInvoice(1, 1200)));
            }
        },
        /** The buyer was a lead; nobody names a click any more. */
        LEAD {
            @Override
            StoryRun tell(Story story, Story other) {
                story.lead(story.click());
                return new StoryRun(story, other, call(story, "in_" + story.name + "_1", null),
                        List.of(story.subscriptionCheckout().metadata(story.words.externalIdKey, story.externalId),
                                story.oldInvoice(1), story.refundOfInvoice(1, 2400)));
            }
        },
        /** The buyer was another partner's lead; Stripe and the call name different clicks. */
        TWO_CLICKS {
            @Override
            StoryRun tell(Story story, Story other) {
                String first = other.click();
                other.lead(first, story.externalId);
                return new StoryRun(story, other, call(story, "in_" + story.name + "_1", first),
                        List.of(story.subscriptionCheckout().with("client_reference_id", story.reference())
                                        .metadata(story.words.externalIdKey, story.externalId),
                                story.oldInvoice(1), story.refundOfInvoice(1, 1200)));
            }
        },
        /** A payment without an invoice: the merchant names the checkout session. */
        SESSION {
            @Override
            StoryRun tell(Story story, Story other) {
                String reference = story.reference();
                return new StoryRun(story, other, call(story, "cs_" + story.name, story.idOf(reference)),
                        List.of(story.checkout().with("client_reference_id", reference), story.refund(1200),
                                story.customerCreated().metadata(story.words.externalIdKey, story.externalId)
                                        .as("customer.updated")));
            }
        },
        /** Stripe and the call name different buyers, both by the merchant's own ids. */
        CONTRADICTION {
            @Override
            StoryRun tell(Story story, Story other) {
                story.lead(story.click());
                other.lead(other.click());
                return new StoryRun(story, other, call(other, "in_" + story.name + "_1", null),
                        List.of(story.subscriptionCheckout().metadata(story.words.externalIdKey, story.externalId),
                                story.oldInvoice(1), story.refundOfInvoice(1, 1200)));
            }
        };

        abstract StoryRun tell(Story story, Story other);

        private static Object call(Story story, String invoiceId, String clickId) {
            return Api.object("customerExternalId", story.externalId, "amount", 2500, "invoiceId", invoiceId,
                    "paymentProcessor", "custom", "eventName", "Bought a hat", "clickId", clickId,
                    "metadata", Api.object("hat", "red"));
        }
    }

    /** @param call the body of the merchant's call */
    record StoryRun(Story story, Story other, Object call, List<StripeEvent> events) {
    }

    @BeforeEach
    void theWorkspaceIsAsAtFirst() {
        merchant.workspaceAsAtFirst();
        merchant.stripeSettingsAsAtFirst();
        merchant.story(Vocabulary.DUB);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("In every order Stripe's events and the merchant's call end in one sale and one state")
    void everyOrder(Kind kind) {
        // All of them on one database; what the other does otherwise, it does in some of them as well.
        List<List<Integer>> orders = Orders.different(4, TestDatabase.CURRENT == TestDatabase.EMBEDDED ? 24 : 8, new Random());
        List<String> states = inTurns(orders, order -> state(kind, order));
        for (int i = 0; i < states.size(); i++) {
            assertThat(states.get(i)).as("%s in the order %s", kind, orders.get(i)).isEqualTo(states.get(0));
        }
        System.out.println("ReportedTwiceIT: " + orders.size() + " orders of " + kind + " end in " + states.get(0));
    }

    /** Returns the end state of a story in this order; 0 is the call. Each report comes twice. */
    private String state(Kind kind, List<Integer> order) {
        StoryRun told = kind.tell(merchant.story(Vocabulary.DUB), merchant.story(Vocabulary.DUB));
        Instant begin = Instant.now();
        List<StripeEvent> events = told.events().stream().map(event -> event.madeAt(begin)).toList();
        List<String> answers = new ArrayList<>();
        for (int step : order) {
            if (step == 0) {
                answers.add(Merchant.ok(merchant.api().post("/api/track/sale", told.call())).toString());
                answers.add(Merchant.ok(merchant.api().post("/api/track/sale", told.call())).toString());
            } else {
                merchant.deliver(events.get(step - 1));
            }
        }
        assertThat(new TreeSet<>(answers)).singleElement().asString().contains("\"amount\":2500");
        events.forEach(merchant::processed);
        return left(told.story(), told.story()) + "\n" + left(told.other(), told.story());
    }

    /** The whole visible state, without ids and times. */
    private String left(Story story, Story named) {
        JsonNode sales = merchant.read("/api/sales?linkId=" + story.linkId);
        return (story.figures() + "; sales " + texts(sales, sale -> sale.path("eventName").asText() + " "
                + sale.path("kind").asText() + " " + sale.path("paymentProcessor").asText() + " "
                + sale.path("invoiceId").asText() + " " + sale.path("amount") + "-" + sale.path("refundedAmount") + " "
                + sale.path("attribution").asText())
                + "; feed " + texts(merchant.read("/api/events?event=sales&interval=all&linkId=" + story.linkId),
                        sale -> sale.path("metadata") + " " + sale.path("customer").path("externalId").asText())
                + "; commissions " + texts(merchant.read("/api/commissions?partnerId=" + story.partnerId),
                        earned -> earned.path("type").asText() + " " + earned.path("earnings") + " of "
                                + earned.path("grossEarnings") + " " + earned.path("status").asText())
                + "; leads " + texts(merchant.read("/api/events?event=leads&interval=all&linkId=" + story.linkId),
                        lead -> lead.path("eventName").asText())
                + "; buyers " + texts(merchant.read("/api/customers?linkId=" + story.linkId), buyer ->
                        buyer.path("externalId").asText() + " " + buyer.path("stripeCustomerId").asText() + " "
                                + buyer.path("sales") + " " + buyer.path("saleAmount")))
                .replace(named.name, "_").replace(story.name, "*");
    }

    private static String texts(JsonNode list, Function<JsonNode, String> text) {
        return StreamSupport.stream(list.spliterator(), false).map(text).sorted().toList().toString();
    }

    private static <T, R> List<R> inTurns(List<T> items, Function<T, R> work) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            results.addAll(Merchant.together(items.subList(from, Math.min(items.size(), from + AT_ONCE)).stream()
                    .<Callable<R>>map(item -> () -> work.apply(item)).toList()));
        }
        return results;
    }
}
