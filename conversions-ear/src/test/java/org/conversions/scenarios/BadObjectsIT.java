package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Events that are well signed, with nonsense inside. Every field of every kind of object is replaced by every kind of
 * wrong value; each event ends with a reason, none fails, none takes the server with it, and none is half done.
 */
@OnBothDatabases
class BadObjectsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Merchant merchant = Merchant.of(BadObjectsIT.class);

    @Test
    @DisplayName("every field of every object as every kind of nonsense is ignored or waits, with a reason")
    void everyFieldAsEveryKindOfNonsense() {
        List<Story> stories = new ArrayList<>();
        List<StripeEvent> sent = new ArrayList<>();
        int kinds = events(new StripeBuyer(Vocabulary.DUB), "").size();
        for (int kind = 0; kind < kinds; kind++) {
            // Each kind about a buyer of its own: what comes of one buyer wakes all that waits for that buyer.
            Story story = merchant.story(Vocabulary.DUB);
            String reference = story.reference();
            merchant.tell(story.customerCreated(story.idOf(reference))).processed();
            stories.add(story);
            sent.addAll(withNonsense(story, events(story, reference).get(kind)));
        }

        Merchant.together(Stream.iterate(0, i -> i < 8, i -> i + 1).<java.util.concurrent.Callable<Void>>map(worker ->
                () -> {
                    for (int i = worker; i < sent.size(); i += 8) {
                        merchant.deliver(sent.get(i));
                    }
                    return null;
                }).toList());

        Map<String, Integer> states = new LinkedHashMap<>();
        for (StripeEvent event : sent) {
            JsonNode stored = merchant.settled(event).event();
            states.merge(stored.path("state").asText(), 1, Integer::sum);
            assertThat(stored.path("explanation").asText()).as(stored.toString()).isNotBlank();
            if (!stored.path("state").asText().equals("processed")) {
                assertThat(stored.path("reason").asText()).as(stored.toString()).isNotBlank();
            }
        }
        assertThat(merchant.read("/api/stripe/events?state=failed")).isEmpty();
        System.out.println("BadObjectsIT: " + sent.size() + " events with nonsense in them ended as " + states);
        assertThat(states.get("ignored")).isGreaterThan(sent.size() / 4);
        for (Story story : stories) {
            for (JsonNode sale : merchant.read("/api/sales?linkId=" + story.linkId)) {
                assertThat(sale.path("amount").asLong()).as(sale.toString()).isBetween(1L, 100_000_000_000_000_000L);
                assertThat(sale.path("netAmount").asLong()).as(sale.toString()).isNotNegative();
            }
        }
        nobodyWaitsBehindThem();
    }

    /** The event with each of its fields as each wrong value, each time about an object of its own. */
    private static List<StripeEvent> withNonsense(StripeBuyer story, StripeEvent event) {
        List<StripeEvent> all = new ArrayList<>();
        ObjectNode object = object(event);
        object.fieldNames().forEachRemaining(field -> wrongValues().forEach((what, value) -> {
            StripeEvent nonsense = event.underAnotherId().with("id", event.objectId() + "_" + field + what);
            if (object.has("payment_intent")) {
                nonsense.with("payment_intent", "pi_" + story.name + "_" + field + what);
            }
            all.add(nonsense.with(field, value));
        }));
        return all;
    }

    /** A thousand events wake each other time and again; the queue is worked off in order. */
    private void nobodyWaitsBehindThem() {
        StripeEvent next = merchant.story(Vocabulary.DUB).refund(1200);
        merchant.deliver(next);
        await().atMost(PATIENCE).until(() -> merchant.stored(next).state(), "waiting"::equals);
    }

    @Test
    void anObjectOfAnotherKindOrNoneIsIgnored() {
        Story story = merchant.story(Vocabulary.DUB);
        for (StripeEvent event : events(story, "x")) {
            for (Object object : Arrays.asList("in_1", 7, List.of(), List.of(Map.of("id", "in_1")), Map.of(), null)) {
                StripeEvent nonsense = event.underAnotherId().withObject(object);
                merchant.tell(nonsense).ignored("malformed_object").did();
            }
        }
    }

    /** One of each kind of object that a handler reads. */
    private static List<StripeEvent> events(StripeBuyer story, String reference) {
        return List.of(
                story.customerCreated(),
                story.checkout().with("client_reference_id", reference),
                story.oldInvoice(1),
                story.invoice(2),
                story.invoicePayment(2),
                story.refund(1200).with("invoice", null),
                StripeEvent.of("refund.updated", "refund", "re_" + story.name).with("amount", 100)
                        .with("status", "succeeded").with("charge", "ch_" + story.name)
                        .with("payment_intent", "pi_" + story.name),
                StripeEvent.of("charge.dispute.created", "dispute", "dp_" + story.name).with("amount", 100)
                        .with("status", "needs_response").with("charge", "ch_" + story.name)
                        .with("payment_intent", "pi_" + story.name),
                StripeEvent.of("credit_note.created", "credit_note", "cn_" + story.name)
                        .with("invoice", "in_" + story.name + "_1").with("out_of_band_amount", 5)
                        .with("refunds", List.of()),
                StripeEvent.of("customer.subscription.updated", "subscription", "sub_" + story.name)
                        .with("customer", story.customer).with("status", "trialing").with("quantity", 2)
                        .with("items", Map.of("data", List.of(Map.of("quantity", 2)))).with("trial_start", 1)
                        .with("cancel_at", 1).with("ended_at", null).with("canceled_at", null),
                story.subscriptionEnded());
    }

    /** All of them on one database; on the other those that one database may keep and another refuse. */
    private static Map<String, Object> wrongValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("arabic", "٢٤٠٠");
        values.put("long", "x".repeat(300));
        values.put("zero", "a\u0000b");
        values.put("exponent", new BigDecimal("1e30"));
        values.put("large", 999_999_999_999_999L);
        if (TestDatabase.CURRENT != TestDatabase.EMBEDDED) {
            return values;
        }
        values.put("null", null);
        values.put("text", "nonsense");
        values.put("digits", "2400");
        values.put("negative", -1);
        values.put("fraction", new BigDecimal("12.5"));
        values.put("huge", BigInteger.TEN.pow(40));
        values.put("true", true);
        values.put("list", List.of(List.of(1), "a"));
        values.put("object", Map.of("id", Map.of("id", 1), "data", "x"));
        return values;
    }

    private static ObjectNode object(StripeEvent event) {
        try {
            return (ObjectNode) JSON.readTree(event.body()).path("data").path("object");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
