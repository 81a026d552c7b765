package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Why did this sale not track?": every event says how it ended, why and what it did, and is found and replayed. */
class ExplanationIT {

    private static final AtomicInteger YEARS = new AtomicInteger();

    private final Merchant merchant = Merchant.of(ExplanationIT.class);
    private final Story story = merchant.story(Vocabulary.DUB);

    @ParameterizedTest(name = "{0} of a buyer whom nobody knows: {2} {3}")
    @MethodSource
    void everyTypeOfEventSaysWhatBecameOfIt(String type, Function<Story, StripeEvent> event, String state,
                                            String reason) {
        StripeEvent told = event.apply(story).as(type);

        Settled settled = merchant.tell(told);

        assertThat(settled.state()).isEqualTo(state);
        assertThat(settled.event().path("reason").asText(null)).isEqualTo(reason);
        assertThat(settled.event().path("explanation").asText()).matches("[A-Z].{10,}");
        assertThat(settled.event().path("waitingFor").isNull()).isNotEqualTo(state.equals("waiting"));
        assertThat(settled.event().path("type").asText()).isEqualTo(type);
        assertThat(settled.event().at("/payload/id").asText()).isEqualTo(told.id());
        assertThat(settled.event().at("/payload/data/object/id").asText()).isEqualTo(told.objectId());
        settled.did();
        assertThat(story.figures()).isEqualTo(Figures.NONE);
    }

    static Stream<Arguments> everyTypeOfEventSaysWhatBecameOfIt() {
        Function<Story, StripeEvent> session = Story::checkout;
        Function<Story, StripeEvent> invoice = buyer -> buyer.invoice(1);
        Function<Story, StripeEvent> refund = buyer -> buyer.singleRefund("a", 100, "succeeded");
        Function<Story, StripeEvent> dispute = buyer -> buyer.dispute("created", "needs_response");
        Function<Story, StripeEvent> subscription = buyer -> buyer.subscription("active");
        return Stream.of(
                Arguments.of("customer.created", unknown(Story::customerCreated), "ignored", "no_tracking_metadata"),
                Arguments.of("customer.updated", unknown(Story::customerCreated), "ignored", "no_tracking_metadata"),
                Arguments.of("customer.deleted", unknown(Story::customerCreated), "ignored", "not_a_customer"),
                Arguments.of("checkout.session.completed", session, "waiting", "customer_unknown"),
                Arguments.of("checkout.session.async_payment_succeeded", session, "waiting", "customer_unknown"),
                Arguments.of("checkout.session.async_payment_failed", session, "ignored", "payment_failed"),
                Arguments.of("checkout.session.expired", session, "ignored", "session_expired"),
                Arguments.of("invoice.paid", invoice, "waiting", "customer_unknown"),
                Arguments.of("invoice.payment_succeeded", invoice, "waiting", "customer_unknown"),
                Arguments.of("invoice.voided", invoice, "ignored", "invoice_not_paid"),
                Arguments.of("invoice.marked_uncollectible", invoice, "ignored", "invoice_not_paid"),
                Arguments.of("invoice_payment.paid", unknown(buyer -> buyer.invoicePayment(1)), "processed", null),
                Arguments.of("charge.refunded", unknown(buyer -> buyer.refund(100)), "waiting", "payment_unknown"),
                Arguments.of("refund.created", refund, "waiting", "payment_unknown"),
                Arguments.of("refund.updated", refund, "waiting", "payment_unknown"),
                Arguments.of("refund.failed", refund, "waiting", "payment_unknown"),
                Arguments.of("charge.refund.updated", refund, "waiting", "payment_unknown"),
                Arguments.of("credit_note.created",
                        unknown(buyer -> buyer.creditNote(1).with("out_of_band_amount", 100)),
                        "waiting", "sale_unknown"),
                Arguments.of("charge.dispute.created", dispute, "waiting", "payment_unknown"),
                Arguments.of("charge.dispute.updated", dispute, "waiting", "payment_unknown"),
                Arguments.of("charge.dispute.closed", dispute, "waiting", "payment_unknown"),
                Arguments.of("charge.dispute.funds_withdrawn", dispute, "waiting", "payment_unknown"),
                Arguments.of("charge.dispute.funds_reinstated", dispute, "waiting", "payment_unknown"),
                Arguments.of("customer.subscription.created", subscription, "ignored", "not_a_customer"),
                Arguments.of("customer.subscription.updated", subscription, "ignored", "not_a_customer"),
                Arguments.of("customer.subscription.paused", subscription, "ignored", "not_a_customer"),
                Arguments.of("customer.subscription.resumed", subscription, "ignored", "not_a_customer"),
                Arguments.of("customer.subscription.deleted", unknown(Story::subscriptionEnded), "waiting",
                        "customer_unknown"),
                Arguments.of("account.application.authorized", unknown(ExplanationIT::application), "processed", null),
                Arguments.of("account.application.deauthorized",
                        unknown(buyer -> application(buyer).madeAt(Instant.EPOCH)), "ignored", "account_reconnected"),
                Arguments.of("promotion_code.updated", object("promotion_code", "promo_"), "ignored",
                        "no_discount_code"),
                Arguments.of("coupon.deleted", object("coupon", "co_"), "ignored", "no_discount_code"),
                Arguments.of("customer.subscription.trial_will_end", subscription, "ignored", "unsupported_type"),
                Arguments.of("payment_intent.succeeded", object("payment_intent", "pi_"), "ignored",
                        "unsupported_type"),
                Arguments.of("a.type.of.tomorrow", object("thing", "thing_"), "ignored", "unsupported_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-12-03", "2018-10-31", "2026-10-28.endive", "2099-01-01.zebra"})
    void aVersionOfAnyAgeIsReadByWhatIsThere(String version) {
        merchant.tell(story.checkout().ofVersion(version).with("client_reference_id", story.reference())).processed()
                .did("customer", "lead", "sale", "commission");

        assertThat(merchant.read("/api/stripe/events?objectId=cs_" + story.name).path(0).path("apiVersion").asText())
                .isEqualTo(version);
    }

    @Test
    void aThinTwinOfAnEventIsSaidSo() {
        merchant.tell(story.checkout().as("v1.checkout.session.completed").thin()).ignored("thin_event").did();
    }

    @ParameterizedTest(name = "by {0}")
    @CsvSource({
        "type and customer,    'type=invoice.paid&customerId=cus_',                     1 2",
        "state and customer,   'state=processed&customerId=cus_',                       0 1 2",
        "ignored of customer,  'state=ignored&customerId=cus_',                         3",
        "waiting of customer,  'state=waiting&customerId=cus_',                         ''",
        "object,               'objectId=in_',                                          1",
        "account and customer, 'account=ACCOUNT&customerId=cus_',                       0 1 2 3",
        "another account,      'account=acct_nobody&customerId=cus_',                   ''",
        "everything at once,   'state=processed&type=invoice.paid&account=ACCOUNT&customerId=cus_', 1 2",
        "a type that is none,  'type=no.such.type',                                     ''",
    })
    void eventsAreFoundByWhatTheyAreAbout(String by, String query, String found) {
        List<StripeEvent> events = tellFour();

        JsonNode list = merchant.read("/api/stripe/events?" + query.replace("cus_", story.customer)
                .replace("in_", "in_" + story.name + "_1").replace("ACCOUNT", merchant.stripeAccount()));

        assertThat(ids(list)).as(by).containsExactlyInAnyOrderElementsOf(found.isEmpty() ? List.of()
                : Stream.of(found.split(" ")).map(number -> events.get(Integer.parseInt(number)).id()).toList());
        assertThat(list).allMatch(event -> event.path("payload").isMissingNode() || event.path("payload").isNull());
    }

    @Test
    void eventsAreFoundAndReplayedByTheTimeTheyWereMade() {
        Instant day = Instant.parse("2015-01-01T00:00:00Z").plusSeconds(YEARS.incrementAndGet() * 86_400L);
        List<StripeEvent> events = Stream.of(0, 1, 2)
                .map(hour -> story.customerCreated().as("customer.updated").madeAt(day.plusSeconds(hour * 3600L)))
                .toList();
        events.forEach(event -> merchant.tell(event).ignored("no_tracking_metadata"));
        String customer = "customerId=" + story.customer;

        assertThat(ids(merchant.read("/api/stripe/events?" + customer + "&start=" + day.plusSeconds(3600))))
                .containsExactlyInAnyOrder(events.get(1).id(), events.get(2).id());
        assertThat(ids(merchant.read("/api/stripe/events?" + customer + "&end=" + day.plusSeconds(3600))))
                .containsExactly(events.get(0).id());
        assertThat(ids(merchant.read("/api/stripe/events?" + customer + "&start=" + day.plusSeconds(1) + "&end="
                + day.plusSeconds(7200)))).containsExactly(events.get(1).id());
        assertThat(replay(customer + "&start=" + day + "&end=" + day.plusSeconds(7200))).isEqualTo(2);
        assertThat(replay("start=" + day.minusSeconds(86_400) + "&end=" + day)).isZero();

        events.forEach(event -> merchant.settled(event).ignored("no_tracking_metadata"));
    }

    @Test
    @DisplayName("What waits says for what, is placed by a replay or by itself, and then says what it did")
    void fromWaitingToProcessed() {
        String click = story.click();
        StripeEvent paid = story.invoice(1);
        Settled waiting = merchant.tell(paid).waiting("customer_unknown").did();
        assertThat(waiting.event().path("waitingFor").asText()).isEqualTo("customer:" + story.customer);
        assertThat(waiting.event().path("explanation").asText()).contains(story.customer);
        assertThat(replay("objectId=" + paid.objectId())).isEqualTo(1);
        merchant.settled(paid).waiting("customer_unknown").did();

        merchant.tell(story.customerCreated(click)).processed();

        Settled processed = merchant.processed(paid).did("sale", "commission");
        JsonNode sale = processed.event().at("/effects/0");
        assertThat(sale.path("id").asText()).isEqualTo(story.saleOfInvoice(1).path("id").asText());
        assertThat(sale.path("amount").asLong()).isEqualTo(2000);
        assertThat(sale.path("currency").asText()).isEqualTo("usd");
        assertThat(processed.event().path("waitingFor").isNull()).isTrue();
        assertThat(processed.event().path("settledAt").isNull()).isFalse();
    }

    @Test
    void replayingEverythingOfABuyerChangesNothingThatWasRight() {
        List<StripeEvent> events = tellFour();
        Figures before = story.figures();
        List<Long> earnings = story.earnings();

        assertThat(replay("customerId=" + story.customer)).isEqualTo(4);
        assertThat(replay("state=processed&type=invoice.paid&customerId=" + story.customer)).isLessThanOrEqualTo(2);

        for (StripeEvent event : events.subList(0, 3)) {
            merchant.processed(event);
        }
        merchant.settled(events.get(3)).ignored("unsupported_type");
        assertThat(story.figures()).isEqualTo(before);
        assertThat(story.earnings()).isEqualTo(earnings);
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        for (String query : List.of("state=lost", "start=yesterday", "end=24.12.2025")) {
            Api.Answer answer = merchant.api().get("/api/stripe/events?" + query);
            assertThat(answer.status()).as(query).isIn(404, 422);
            assertThat(answer.json().at("/error/code").asText()).as(query).isNotBlank();
        }
    }

    /** A buyer comes, pays, pays again, and something happens that means nothing here. */
    private List<StripeEvent> tellFour() {
        List<StripeEvent> events = List.of(story.customerCreated(story.click()), story.invoice(1), story.invoice(2),
                story.subscription("active").as("customer.subscription.trial_will_end"));
        events.subList(0, 3).forEach(event -> merchant.tell(event).processed());
        merchant.tell(events.get(3)).ignored("unsupported_type");
        return events;
    }

    private int replay(String query) {
        return Merchant.ok(merchant.api().post("/api/stripe/events/replay?" + query, "")).path("replayed").asInt();
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(event -> event.path("stripeEventId").asText())
                .toList();
    }

    private static StripeEvent application(Story buyer) {
        return StripeEvent.of("account.application.authorized", "application", "ca_" + buyer.name);
    }

    private static Function<Story, StripeEvent> object(String kind, String prefix) {
        return buyer -> StripeEvent.of("", kind, prefix + buyer.name);
    }

    private static Function<Story, StripeEvent> unknown(Function<Story, StripeEvent> event) {
        return event;
    }
}
