package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buyers that the merchant makes, changes and deletes. */
@OnBothDatabases
class CustomerChangesIT {

    private final Merchant merchant = Merchant.of(CustomerChangesIT.class);
    private final Api api = merchant.api();
    private final String word = unique("user");
    private final String stripe = unique("cus_");

    @Test
    void aCustomerIsMadeOnceWithAllThatIsKnown() {
        JsonNode made = expect(201, create("email", word + "@Buyers.example", "name", "Ada", "country", "gb",
                "avatar", "https://img.example/a.png", "stripeCustomerId", stripe));
        Shapes.isCustomer(made);
        assertThat(made.path("country").asText()).isEqualTo("GB");
        assertThat(made.path("stripeCustomerId").asText()).isEqualTo(stripe);
        assertThat(read(word)).isEqualTo(made);
        assertThat(expect(200, api.get("/api/customers/external/" + word))).isEqualTo(made);
        assertThat(expect(200, api.get("/api/customers/count?email=" + word + "@buyers.example")).asInt()).isEqualTo(1);
        Errors.isError(create(), 409);
        Errors.isError(api.post("/api/customers", object("externalId", word + 2, "stripeCustomerId", stripe)), 409);
        Errors.isError(api.get("/api/customers/ext_" + word + 2), 404);
    }

    @Test
    void ofManyWhoMakeTheSameCustomerOneSucceeds() {
        List<Callable<Answer>> calls = Stream.generate(() -> (Callable<Answer>) () -> create("name", "Ada")).limit(12).toList();
        assertThat(AtOnce.all(calls).stream().map(Answer::status)).containsOnlyOnce(201)
                .filteredOn(status -> status != 201).containsOnly(409);
    }

    @Test
    void whatIsNotNamedStaysAndNullClears() {
        expect(201, create("email", word + "@buyers.example", "name", "Ada", "stripeCustomerId", stripe));
        JsonNode changed = expect(200, api.patch("/api/customers/ext_" + word, object("name", "Bea", "email", null)));
        assertThat(changed.path("name").asText()).isEqualTo("Bea");
        assertThat(changed.path("email").isNull()).isTrue();
        assertThat(changed.path("stripeCustomerId").asText()).isEqualTo(stripe);
        assertThat(expect(200, api.patch("/api/customers/ext_" + word, object()))).isEqualTo(changed);
        JsonNode renamed = expect(200, api.put("/api/customers/" + changed.path("id").asText() + "?includeExpandedFields=true",
                object("externalId", word + "/2")));
        assertThat(renamed.path("externalId").asText()).isEqualTo(word + "/2");
        assertThat(read(word + "%2F2").path("id")).isEqualTo(changed.path("id"));
        Errors.isError(api.get("/api/customers/ext_" + word), 404);
        expect(201, create());
        Errors.isError(api.patch("/api/customers/ext_" + word, object("externalId", word + "/2")), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"externalId\":\"\"}", "{\"externalId\":7}", "{\"externalId\":null}",
        "{\"externalId\":\"x\",\"email\":\"nobody\"}", "{\"externalId\":\"x\",\"country\":\"GBR\"}",
        "{\"externalId\":\"x\",\"avatar\":\"javascript:alert(1)\"}", "{\"externalId\":\"x\",\"name\":{}}",
        "{\"externalId\":\"x\",\"stripeCustomerId\":\"a b\"}"})
    void aCustomerThatIsNoneIsRefused(String body) {
        Errors.isError(api.post("/api/customers", body), 422);
    }

    @ParameterizedTest
    @CsvSource({"'{\"externalId\":null}', 422", "'{\"name\":7}', 422", "'7', 422", "'{', 400", "'', 400"})
    void aChangeThatIsNoneIsRefused(String body, int status) {
        expect(201, create());
        Errors.isError(api.patch("/api/customers/ext_" + word, body), status);
    }

    @Test
    void whoIsUnknownCannotBeChanged() {
        for (String id : new String[] {"cus_unknown", "ext_unknown", "ext_"}) {
            Errors.isError(api.patch("/api/customers/" + id, object("name", "x")), 404);
            Errors.isError(api.delete("/api/customers/" + id), 404);
        }
    }

    @Test
    void theMerchantsWordStandsAgainstWhatEventsSaidEarlier() {
        JsonNode link = merchant.link();
        expect(200, merchant.lead(merchant.click(link), word, "customerName", "Ada", "customerEmail", word + "@a.example"));
        expect(200, api.patch("/api/customers/ext_" + word, object("name", null, "email", word + "@b.example")));
        settled("customer.updated", object("id", stripe, "object", "customer", "name", "Old", "email", word + "@c.example",
                "metadata", object("dubCustomerExternalId", word)), Instant.now().minusSeconds(60));
        JsonNode customer = read(word);
        assertThat(customer.path("stripeCustomerId").asText()).isEqualTo(stripe);
        assertThat(customer.path("name").isNull()).as("it was said to be nobody's later").isTrue();
        assertThat(customer.path("email").asText()).isEqualTo(word + "@b.example");
        settled("customer.updated", object("id", stripe, "object", "customer", "name", "New",
                "metadata", object("dubCustomerExternalId", word)), Instant.now().plusSeconds(60));
        assertThat(read(word).path("name").asText()).isEqualTo("New");
    }

    @Test
    void aPaymentThatCameTooEarlyCountsOnceTheMerchantSaysWhoPaid() {
        JsonNode link = merchant.link();
        expect(200, merchant.lead(merchant.click(link), word));
        String invoice = pays(stripe, 2_500, Instant.now());
        assertThat(state(invoice)).isEqualTo("waiting");
        expect(200, api.patch("/api/customers/ext_" + word, object("stripeCustomerId", stripe)));
        await().atMost(20, SECONDS).until(() -> state(invoice).equals("processed"));
        assertThat(read(word).path("saleAmount").asLong()).isEqualTo(2_500);
        expect(200, api.patch("/api/customers/ext_" + word, object("stripeCustomerId", null)));
        assertThat(read(word).path("stripeCustomerId").isNull()).isTrue();
        assertThat(state(pays(stripe, 100, Instant.now()))).as("it is nobody's again").isEqualTo("waiting");
    }

    @Test
    void whoWasKnownByNameOnlyIsBroughtByAClick() {
        JsonNode link = merchant.link();
        expect(201, create("stripeCustomerId", stripe));
        String invoice = pays(stripe, 1_200, Instant.now().plusSeconds(30));
        assertThat(state(invoice)).isEqualTo("waiting");
        Errors.isError(merchant.lead("", word), 400);
        assertThat(expect(200, api.post("/api/track/sale", object("customerExternalId", word, "amount", 700)))
                .path("customer").isNull()).as("nobody could be credited").isTrue();
        expect(200, merchant.lead(merchant.click(link), word));
        await().atMost(20, SECONDS).until(() -> state(invoice).equals("processed"));
        assertThat(read(word).path("sales").asLong()).isEqualTo(1);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(1_200);
    }

    @Test
    void aSaleOfWhoWasKnownByNameOnlyMayNameTheClick() {
        JsonNode link = merchant.link();
        expect(201, create("name", "Ada"));
        JsonNode sold = expect(200, api.post("/api/track/sale", object("customerExternalId", word, "amount", 700,
                "clickId", merchant.click(link))));
        assertThat(sold.path("customer").path("name").asText()).isEqualTo("Ada");
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(1);
        assertThat(read(word).path("saleAmount").asLong()).isEqualTo(700);
    }

    @Test
    void aBuyerWithAStandInIsTheOneWhomTheMerchantNames() {
        JsonNode link = merchant.link();
        merchant.pays(merchant.click(link), stripe, 3_000);
        String before = read(stripe).path("id").asText();
        JsonNode named = expect(201, create("stripeCustomerId", stripe));
        assertThat(read(word).path("sales").asLong()).isEqualTo(1);
        assertThat(expect(200, api.get("/api/customers/" + before)).path("id")).isEqualTo(named.path("id"));
        assertThat(merchant.read(link).path("leads").asLong()).as("the lead is the same, too").isEqualTo(1);
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(3_000);
        pays(stripe, 500, Instant.now());
        assertThat(read(word).path("sales").asLong()).isEqualTo(2);
    }

    @Test
    void whatADeletedCustomerHasBoughtStaysAndWhoItWasIsErased() {
        JsonNode link = merchant.link();
        merchant.pays(merchant.click(link), stripe, 3_000);
        JsonNode customer = read(stripe);
        String id = customer.path("id").asText();
        assertThat(expect(200, api.delete("/api/customers/" + id)).path("id").asText()).isEqualTo(id);
        for (String gone : new String[] {id, "ext_" + stripe, id + "/activity", "ext_%20deleted%20" + id}) {
            Errors.isError(api.get("/api/customers/" + gone), 404);
        }
        Errors.isError(api.delete("/api/customers/" + id), 404);
        assertThat(expect(200, api.get("/api/customers?linkId=" + link.path("id").asText()))).isEmpty();
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(3_000);
        Answer feed = api.get("/api/events?event=sales&interval=24h&linkId=" + link.path("id").asText());
        JsonNode buyer = expect(200, feed).path(0).path("customer");
        Shapes.isCustomer(buyer);
        assertThat(buyer.path("name").asText()).isEqualTo("Deleted customer");
        assertThat(buyer.path("externalId").asText()).isEqualTo(id);
        assertThat(buyer.toString()).doesNotContain("Bea", "buyers.example", stripe);
    }

    @Test
    void whoADeletedCustomerWasGoesFromStoredEventsKeptAnswersAndMetadata() {
        JsonNode link = merchant.link();
        Map<String, Object> lead = object("clickId", merchant.click(link), "customerExternalId", word, "eventName", "Sign up",
                "customerName", "Bea Buyer", "customerEmail", "bea@buyers.example", "metadata", object("phone", "+1 555 0100"));
        expect(200, api.post("/api/track/lead", lead, "Idempotency-Key", word));
        expect(200, api.patch("/api/customers/ext_" + word, object("stripeCustomerId", stripe)));
        Instant before = Instant.now();
        String early = paysByName(before);
        expect(200, api.post("/api/track/sale", object("customerExternalId", word, "amount", 500,
                "metadata", object("phone", "+1 555 0100"))));
        assertThat(payload(early)).contains("Bea", "bea@buyers.example", "Main Street", "+1 555");
        String inquiry = asksBack(early, before);
        assertThat(payload(inquiry)).contains("Bea", "bea@buyers.example");

        expect(200, api.delete("/api/customers/ext_" + word));

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(payload(early)).contains(early, "amount_paid")
                .doesNotContain("Bea", "bea@buyers.example", "Main Street", "+1 555"));
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(payload(inquiry)).contains(inquiry)
                .doesNotContain("Bea", "bea@buyers.example"));
        await().atMost(20, SECONDS).untilAsserted(() ->
                Errors.isError(api.post("/api/track/lead", lead, "Idempotency-Key", word), 409));
        for (String kind : new String[] {"leads", "sales"}) {
            JsonNode events = expect(200, api.get("/api/events?event=" + kind + "&interval=24h&linkId="
                    + link.path("id").asText()));
            assertThat(events).isNotEmpty().allMatch(event -> event.path("metadata").isNull());
        }
        String late = paysByName(before);
        assertThat(payload(late)).as("told later").contains(late).doesNotContain("Bea", "buyers.example", "Main Street");
        assertThat(state(late)).isEqualTo("processed");
        assertThat(merchant.read(link).path("saleAmount").asLong()).as("the books stay").isEqualTo(2_500);
        expect(200, api.post("/api/stripe/events/" + event(early).path("id").asText() + "/replay", object()));
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(2_500);
    }

    /** @return the id of the invoice, which says who pays it */
    private String paysByName(Instant at) {
        String invoice = unique("in_");
        settled("invoice.paid", object("id", invoice, "object", "invoice", "customer", stripe, "status", "paid",
                "payment_intent", "pi_" + invoice, "currency", "usd", "amount_paid", 1_000, "total", 1_000, "total_excluding_tax", 1_000,
                "billing_reason", "manual", "metadata", object("note", "+1 555 0100"), "customer_name", "Bea Buyer",
                "customer_email", "bea@buyers.example", "customer_address", object("line1", "1 Main Street")), at);
        return invoice;
    }

    /** @return the id of an inquiry about an invoice's payment, which moves no money and names the customer in its evidence only */
    private String asksBack(String invoice, Instant at) {
        String inquiry = unique("dp_");
        settled("charge.dispute.created", object("id", inquiry, "object", "dispute", "amount", 1_000, "currency", "usd",
                "status", "warning_needs_response", "charge", "ch_" + invoice, "payment_intent", "pi_" + invoice,
                "reason", "fraudulent", "evidence", object("customer_name", "Bea Buyer",
                        "customer_email_address", "bea@buyers.example"), "metadata", object()), at);
        return inquiry;
    }

    private String payload(String invoice) {
        return expect(200, api.get("/api/stripe/events/" + event(invoice).path("id").asText() + "?unmasked=true")).path("payload").toString();
    }

    @Test
    void nobodyLearnsWhoADeletedCustomerWas() {
        Map<String, Object> sale = object("customerExternalId", word, "customerName", "Bea", "amount", 1_000, "invoiceId", word,
                "clickId", merchant.click(merchant.link()));
        assertThat(expect(200, api.post("/api/track/sale", sale)).at("/customer/name").asText()).isEqualTo("Bea");
        expect(200, api.delete("/api/customers/ext_" + word));
        assertThat(expect(200, api.post("/api/track/sale", object("customerExternalId", word, "amount", 1_000,
                "invoiceId", word))).toString()).doesNotContain("Bea");
    }

    @Test
    void whatADeletedCustomersStripeCustomerDoesLaterIsExplained() {
        JsonNode link = merchant.link();
        String clickId = merchant.click(link);
        expect(200, merchant.lead(clickId, word));
        expect(200, api.patch("/api/customers/ext_" + word, object("stripeCustomerId", stripe)));
        String early = pays(stripe, 1_000, Instant.now());
        Instant before = Instant.now();
        expect(200, api.delete("/api/customers/ext_" + word));
        String late = pays(stripe, 1_000, before);
        assertThat(state(late)).as("paid before, told after").isEqualTo("processed");
        String later = pays(stripe, 9_000, Instant.now().plusSeconds(5));
        JsonNode event = event(later);
        assertThat(event.path("state").asText()).isEqualTo("ignored");
        assertThat(event.path("reason").asText()).isEqualTo("customer_deleted");
        assertThat(state(early)).isEqualTo("processed");
        assertThat(merchant.read(link).path("saleAmount").asLong()).isEqualTo(2_000);

        expect(200, merchant.lead(clickId, word));
        JsonNode anew = read(word);
        assertThat(anew.path("sales").asLong()).isZero();
        assertThat(anew.path("stripeCustomerId").isNull()).isTrue();
        expect(200, api.patch("/api/customers/ext_" + word, object("stripeCustomerId", stripe)));
        await().atMost(20, SECONDS).until(() -> state(later).equals("processed"));
        assertThat(read(word).path("saleAmount").asLong()).as("what came after is the new one's").isEqualTo(9_000);
    }

    @Test
    void aDeletedCustomerWhoComesBackByAClickIsANewOne() {
        JsonNode link = merchant.link();
        merchant.pays(merchant.click(link), stripe, 3_000);
        String before = read(stripe).path("id").asText();
        expect(200, api.delete("/api/customers/" + before));
        long second = Instant.now().getEpochSecond();
        await("Stripe tells times in whole seconds").until(() -> Instant.now().getEpochSecond() > second);
        merchant.pays(merchant.click(link), stripe, 2_000);
        JsonNode anew = read(stripe);
        assertThat(anew.path("id").asText()).isNotEqualTo(before);
        assertThat(anew.path("saleAmount").asLong()).isEqualTo(2_000);
        assertThat(merchant.read(link).path("leads").asLong()).isEqualTo(2);
    }

    private Answer create(Object... fields) {
        Map<String, Object> body = object("externalId", word);
        body.putAll(object(fields));
        return api.post("/api/customers", body);
    }

    private JsonNode read(String externalId) {
        return expect(200, api.get("/api/customers/ext_" + externalId));
    }

    /** @return the id of the invoice, once its event has been looked at */
    private String pays(String stripeCustomer, long amount, Instant at) {
        String invoice = unique("in_");
        settled("invoice.paid", object("id", invoice, "object", "invoice", "customer", stripeCustomer, "status", "paid",
                "currency", "usd", "amount_paid", amount, "total", amount, "total_excluding_tax", amount,
                "billing_reason", "manual", "metadata", object()), at);
        return invoice;
    }

    private void settled(String type, Map<String, Object> data, Instant at) {
        String id = (String) data.get("id");
        int before = events(id).size();
        expect(200, merchant.stripeSends(type, data, at));
        // Until it is known whose an event is, the API does not show it.
        await().atMost(30, SECONDS).until(() -> events(id).size() > before
                && Stream.of("received", "queued").noneMatch(state(id)::equals));
    }

    private String state(String objectId) {
        return event(objectId).path("state").asText();
    }

    /** The newest one. */
    private JsonNode event(String objectId) {
        return events(objectId).path(0);
    }

    private JsonNode events(String objectId) {
        return expect(200, api.get("/api/stripe/events?objectId=" + objectId));
    }
}
