package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leads that partners submit, from the form to the renewals of who bought. */
@OnBothDatabases
class SubmittedLeadsIT {

    private static final String PATH = "/api/leads/submitted";
    private static final Merchant MERCHANT = Merchant.of(SubmittedLeadsIT.class);

    private final Api api = MERCHANT.api();
    private final String partner = partner();
    private final String email = unique("kim-") + "@prospect.example";

    /** Leads earn 5, and 9 those that were submitted; sales 10 %, and 30 % those that were. */
    @BeforeAll
    static void rewards() {
        Map<String, Object> submitted = object("entity", "customer", "attribute", "source", "operator", "equals_to", "value", "submitted");
        expect(201, MERCHANT.api().post("/api/rewards", object("event", "lead", "type", "flat", "amountInCents", 500, "modifiers",
                List.of(object("type", "flat", "amountInCents", 900, "conditions", List.of(submitted))))));
        expect(201, MERCHANT.api().post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 10,
                "modifiers", List.of(object("type", "percentage", "amountInPercentage", 30, "conditions", List.of(submitted))))));
    }

    @Test
    void aDealThatIsWonEarnsTheLeadTheSaleAndWhatStripeRenews() {
        expect(200, api.put("/api/program/lead-form", object("fields", List.of(object("label", "Employees", "type", "short-text",
                "required", true)))));
        try {
            Errors.isError(api.post(PATH, object("partnerId", partner, "name", "Kim", "email", email)), 422);
            JsonNode lead = submit("company", "Prospect Ltd", "formData", List.of(object("label", "Employees", "value", "40")));
            assertThat(lead.path("status").asText()).isEqualTo("pending");
            assertThat(lead.path("formData").findValuesAsText("value")).containsExactly("40");
            assertThat(lead.path("partner").path("id").asText()).isEqualTo(partner);
            assertThat(earnings()).isEmpty();

            JsonNode qualified = change(lead, "status", "qualified");
            String customer = qualified.path("customerId").asText();
            assertThat(expect(200, api.get("/api/customers/" + customer)).path("externalId").asText()).isEqualTo(email);
            assertThat(earnings()).containsExactly(900L);
            assertThat(change(lead, "status", "negotiation").path("status").asText()).isEqualTo("negotiation");
            Errors.isError(api.patch(PATH + "/" + id(lead), object("status", "pending")), 422);
            Errors.isError(api.patch(PATH + "/" + id(lead), object("status", "negotiation")), 400);

            String stripeCustomer = unique("cus_");
            JsonNode won = change(lead, "status", "closedWon", "saleAmount", 10_000, "stripeCustomerId", stripeCustomer);
            assertThat(won.path("customerId").asText()).isEqualTo(customer);
            assertThat(won.path("currency").asText()).isEqualTo("usd");
            JsonNode sale = expect(200, api.get("/api/sales/" + won.path("saleId").asText()));
            assertThat(sale.path("eventName").asText()).isEqualTo("Closed Won");
            assertThat(earnings()).containsExactly(900L, 3_000L);
            pays(stripeCustomer, unique("in_"), 2_000);
            assertThat(earnings()).containsExactly(900L, 3_000L, 600L);
            Errors.isError(api.patch(PATH + "/" + id(lead), object("status", "meeting")), 422);
        } finally {
            expect(200, api.put("/api/program/lead-form", object("fields", List.of())));
        }
    }

    @Test
    void aDealThatIsWonAtOnceWasALeadAndItsInvoiceAtStripeIsTheSameSale() {
        String invoice = unique("in_");
        String stripeCustomer = unique("cus_");
        JsonNode won = change(submit(), "status", "closedWon", "externalId", unique("user-"), "saleAmount", 5_000, "currency", "USD",
                "stripeCustomerId", stripeCustomer, "invoiceId", invoice);
        assertThat(earnings()).containsExactly(900L, 1_500L);
        pays(stripeCustomer, invoice, 4_000);
        assertThat(earnings()).containsExactly(900L, 1_200L);
        assertThat(expect(200, api.get("/api/sales?customerId=" + won.path("customerId").asText()))).hasSize(1);
        JsonNode byStripe = change(submit("email", unique("other-") + "@prospect.example"), "status", "closedWon", "stripeCustomerId",
                unique("cus_"));
        assertThat(byStripe.path("saleId").isNull()).isTrue();
    }

    @Test
    void aPersonIsClaimedUntilTheDealIsLost() {
        JsonNode lead = submit();
        String other = partner();
        refused(409, "was submitted by this partner already", object("partnerId", partner, "name", "Kim", "email", email.toUpperCase()));
        refused(409, "was submitted by another partner already", object("partnerId", other, "name", "Kim", "email", email));
        change(lead, "status", "closedLost");
        JsonNode again = submit("partnerId", other);
        change(again, "status", "qualified");
        refused(409, "another partner", object("partnerId", partner, "name", "Kim", "email", email));
        String many = unique("many-") + "@prospect.example";
        List<Callable<Integer>> atOnce = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            atOnce.add(() -> api.post(PATH, object("partnerId", partner, "name", "Kim", "email", many)).status());
        }
        assertThat(AtOnce.all(atOnce)).containsOnlyOnce(201).filteredOn(status -> status != 201).containsOnly(409);
    }

    @Test
    void aCustomerWhomAnotherPartnerBroughtStaysThatOnes() {
        String other = partner();
        String buyer = unique("buyer-");
        JsonNode link = expect(200, api.get("/api/partners/links?partnerId=" + other)).path(0);
        expect(200, MERCHANT.lead(MERCHANT.click(link), buyer, "customerEmail", email));
        JsonNode lead = submit();
        for (Map<String, Object> wanted : List.of(object("status", "qualified"), object("status", "qualified", "externalId", buyer),
                object("status", "closedWon", "saleAmount", 100))) {
            Api.Answer answer = api.patch(PATH + "/" + id(lead), wanted);
            Errors.isError(answer, 409);
            assertThat(answer.header("Conversions-Reason")).isEqualTo("customer_taken");
        }
        assertThat(expect(200, api.get(PATH + "/" + id(lead))).path("status").asText()).isEqualTo("pending");
        assertThat(earnings()).isEmpty();
        JsonNode free = change(submit("email", unique("free-") + "@prospect.example"), "status", "qualified");
        String stripeCustomer = unique("cus_");
        MERCHANT.pays(MERCHANT.click(link), stripeCustomer, 1_000);
        Errors.isError(api.patch(PATH + "/" + id(free), object("status", "closedWon", "stripeCustomerId", stripeCustomer)), 409);

        String known = unique("known-");
        expect(201, api.post("/api/customers", object("externalId", known, "email", known + "@prospect.example")));
        JsonNode theirs = change(submit("email", known + "@prospect.example"), "status", "qualified");
        assertThat(expect(200, api.get("/api/customers/" + theirs.path("customerId").asText())).path("externalId").asText())
                .as("known by name only, and brought by nobody").isEqualTo(known);
    }

    @Test
    void whoIsNoPartnerHereSubmitsNobodyAndABanEndsTheDeals() {
        String stranger = expect(201, ConversionsServer.shared().api(TestWorkspace.create(ConversionsServer.shared(), "Stranger").apiKey())
                .post("/api/partners", object("email", unique("x") + "@p.example"))).path("id").asText();
        refused(404, "partnerId: there is no partner", object("partnerId", stranger, "name", "Kim", "email", email));
        refused(422, "partnerId: is required", object("name", "Kim", "email", email));
        JsonNode open = submit();
        expect(200, api.post("/api/partners/ban", object("partnerId", partner, "reason", "fraud")));
        assertThat(expect(200, api.get(PATH + "/" + id(open))).path("status").asText()).isEqualTo("unqualified");
        refused(409, "is banned", object("partnerId", partner, "name", "Kim", "email", email));
        String left = partner();
        JsonNode lead = submit("partnerId", left);
        expect(200, api.post("/api/partners/deactivate", object("partnerId", left)));
        Errors.isError(api.patch(PATH + "/" + id(lead), object("status", "qualified")), 409);
        change(lead, "status", "closedLost");
        assertThat(expect(200, api.get(PATH + "?partnerId=" + left + "&status=closedLost"))).hasSize(1);
        assertThat(expect(200, api.get(PATH + "?partnerId=" + left + "&search=KIM-"))).hasSize(1);
        assertThat(expect(200, api.get(PATH + "?partnerId=" + left + "&mode=test"))).isEmpty();
        Errors.isError(api.get(PATH + "?status=open"), 422);
    }

    @Test
    void anErasedPersonIsForgottenHereToo() {
        JsonNode lead = submit("company", "Prospect Ltd");
        JsonNode older = submit("email", unique("same-") + "@prospect.example");
        change(older, "status", "closedLost");
        String customer = change(lead, "status", "qualified").path("customerId").asText();
        expect(200, api.delete("/api/customers/" + customer));
        JsonNode forgotten = expect(200, api.get(PATH + "/" + id(lead)));
        assertThat(forgotten.path("email").isNull() && forgotten.path("name").isNull() && forgotten.path("company").isNull()
                && forgotten.path("formData").isNull()).isTrue();
        assertThat(api.get(PATH + "?partnerId=" + partner).body()).doesNotContain(email);
        Errors.isError(api.patch(PATH + "/" + id(lead), object("status", "closedWon", "saleAmount", 1)), 409);
        Errors.isError(api.delete(PATH + "/" + id(lead)), 409);
        expect(200, api.delete(PATH + "/" + id(older)));
        assertThat(api.get(PATH + "/" + id(older)).body()).doesNotContain("same-");
        assertThat(submit().path("status").asText()).as("nobody is claimed who is forgotten").isEqualTo("pending");
    }

    private String partner() {
        String id = expect(201, api.post("/api/partners", object("email", unique("pat-") + "@partners.example"))).path("id").asText();
        expect(201, api.post("/api/partners/links", object("partnerId", id, "url", "https://shop.example/")));
        return id;
    }

    private JsonNode submit(Object... fields) {
        Map<String, Object> body = object("partnerId", partner, "name", "Kim", "email", email);
        body.putAll(object(fields));
        return expect(201, api.post(PATH, body));
    }

    private void refused(int status, String sentence, Map<String, Object> body) {
        Api.Answer answer = api.post(PATH, body);
        Errors.isError(answer, status);
        assertThat(answer.json().at("/error/message").asText()).contains(sentence);
    }

    private JsonNode change(JsonNode lead, Object... fields) {
        return expect(200, api.patch(PATH + "/" + id(lead), object(fields)));
    }

    private static String id(JsonNode lead) {
        return lead.path("id").asText();
    }

    private void pays(String stripeCustomer, String invoice, long amount) {
        expect(200, MERCHANT.stripeSends("invoice.paid", object("id", invoice, "object", "invoice", "customer", stripeCustomer,
                "currency", "usd", "status", "paid", "amount_paid", amount, "total", amount, "billing_reason", "subscription_cycle")));
        await().atMost(30, SECONDS).until(() -> "processed".equals(
                api.get("/api/stripe/events?objectId=" + invoice).json().path(0).path("state").asText()));
    }

    /** What the partner earned, in the order in which it was earned. */
    private List<Long> earnings() {
        List<Long> earnings = new ArrayList<>();
        expect(200, api.get("/api/commissions?sortOrder=asc&partnerId=" + partner))
                .forEach(commission -> earnings.add(commission.path("earnings").asLong()));
        return earnings;
    }
}
