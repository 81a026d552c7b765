package org.conversions.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written when partners are paid: statements, credit notes, their numbers and what they come to in a year. */
@OnBothDatabases
class PartnerStatementsIT {

    private final Merchant merchant = Merchant.of(PartnerStatementsIT.class);
    private final Api api = merchant.api();

    @BeforeEach
    void theProgramHasARewardAndAPayer() {
        expect(200, api.get("/api/rewards")).forEach(reward -> expect(200, api.delete("/api/rewards/" + reward.path("id").asText())));
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        expect(200, api.patch("/api/program", object("payer", object("name", "Acme GmbH", "address", object("city", "Berlin", "country", "DE")))));
    }

    @Test
    void whatIsPaidIsStatedAndWhatWasTakenBackIsCredited() {
        String partner = partner("AT");
        expect(200, api.put("/api/partners/" + partner + "/payout-profile", object("method", "external", "name", "Pat Partner GmbH",
                "address", object("street", "Ring", "buildingNumber", "1", "postalCode", "1010", "city", "Wien", "country", "AT"))));
        JsonNode link = link(partner);
        String session = merchant.pays(merchant.click(link), unique("cus_"), 1_000);
        merchant.pays(merchant.click(link), unique("cus_"), 2_000);
        List<String> commissions = Walk.ids(api.get("/api/commissions?sortOrder=asc&partnerId=" + partner));
        assertThat(statements(partner)).isEmpty();
        pay(commissions.get(0));
        JsonNode first = statements(partner).path(0);
        assertThat(first.path("kind").asText()).isEqualTo("statement");
        assertThat(first.path("total").asLong()).isEqualTo(200);
        assertThat(first.path("language").asText()).isEqualTo("de");
        assertThat(first.path("lines").toString()).contains("Provisionen für Verkäufe", "\"amount\":200").contains(" (1)");
        assertThat(first.path("payer").path("name").asText()).isEqualTo("Acme GmbH");
        assertThat(first.path("payee").path("name").asText()).isEqualTo("Pat Partner GmbH");
        assertThat(first.path("payee").path("address").path("city").asText()).isEqualTo("Wien");

        expect(200, merchant.stripeSends("charge.refunded", object("id", unique("ch_"), "object", "charge", "amount", 1_000,
                "amount_refunded", 500, "currency", "usd", "customer", unique("cus_"), "payment_intent", unique("pi_"),
                "invoice", session)));
        await().atMost(30, SECONDS).until(() ->
                expect(200, api.get("/api/commissions/" + commissions.get(0))).path("clawbackEarnings").asInt() == 100);
        pay(commissions.get(1));
        JsonNode all = statements(partner);
        assertThat(texts(all, "kind")).containsExactlyInAnyOrder("statement", "credit_note", "statement");
        assertThat(StreamSupport.stream(all.spliterator(), false).map(view -> view.path("total").asLong())).containsExactlyInAnyOrder(200L, 400L, -100L);
        JsonNode credit = expect(200, api.get("/api/statements?kind=credit_note&partnerId=" + partner)).path(0);
        assertThat(credit.path("lines").toString()).contains("Zurückgenommen: ");
        assertThat(expect(200, api.get("/api/statements?payoutId=" + credit.path("payoutId").asText()))).hasSize(2);
        assertThat(expect(200, api.get("/api/statements/" + first.path("id").asText()))).as("it never changes").isEqualTo(first);

        int year = LocalDate.now(ZoneOffset.UTC).getYear();
        JsonNode total = StreamSupport.stream(expect(200, api.get("/api/statements/totals?year=" + year)).spliterator(), false)
                .filter(one -> one.path("partnerId").asText().equals(partner)).findFirst().orElseThrow();
        assertThat(List.of(total.path("earned").asLong(), total.path("takenBack").asLong(), total.path("total").asLong(),
                total.path("statements").asLong(), total.path("creditNotes").asLong())).containsExactly(600L, -100L, 500L, 2L, 1L);
        assertThat(total.path("country").asText()).isEqualTo("AT");
        assertThat(total.path("currency").asText()).isEqualTo("usd");
        assertThat(expect(200, api.get("/api/statements/totals?year=" + (year - 1)))).isEmpty();
    }

    @Test
    void aStatementIsDownloadedAsPdfAndAsATable() {
        String partner = partner("US");
        merchant.pays(merchant.click(link(partner)), unique("cus_"), 1_000);
        pay(Walk.ids(api.get("/api/commissions?partnerId=" + partner)).get(0));
        JsonNode statement = statements(partner).path(0);
        String path = "/api/statements/" + statement.path("id").asText();
        Answer pdf = api.get(path + ".pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).contains(statement.path("number").asText() + ".pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        Answer csv = api.get(path + ".csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2).last().asString().contains("Commissions for sales").endsWith(",200,200");
        Api other = ConversionsServer.shared().api(TestWorkspace.create(ConversionsServer.shared(), unique("Other")).apiKey());
        for (String form : List.of("", ".pdf", ".csv")) {
            Errors.isError(other.get(path + form), 404);
        }
        assertThat(expect(200, other.get("/api/statements?partnerId=" + partner))).isEmpty();
        assertThat(expect(200, other.get("/api/statements/totals?year=" + LocalDate.now(ZoneOffset.UTC).getYear()))).isEmpty();
        for (String query : List.of("?kind=invoice", "?sortBy=total", "/totals", "/totals?year=26", "/totals?year=2026&startingAfter=x")) {
            Errors.isError(api.get("/api/statements" + query), 422);
        }
    }

    @Test
    void manyPaidAtOnceHaveNumbersWithoutGaps() {
        List<String> commissions = IntStream.range(0, 8).mapToObj(i -> {
            String partner = partner("DE");
            merchant.pays(merchant.click(link(partner)), unique("cus_"), 1_000);
            return Walk.ids(api.get("/api/commissions?partnerId=" + partner)).get(0);
        }).toList();
        List<Callable<Integer>> all = new ArrayList<>();
        commissions.forEach(id -> {
            all.add(() -> api.patch("/api/commissions/" + id, object("status", "paid")).status());
            all.add(() -> api.patch("/api/commissions/" + id, object("status", "paid")).status());
        });
        assertThat(AtOnce.all(all)).as("each is paid once").containsOnly(200, 400).filteredOn(status -> status == 200).hasSize(8);
        List<Integer> numbers = Walk.byCursor(api, "/api/statements?pageSize=3").stream()
                .map(id -> Integer.valueOf(expect(200, api.get("/api/statements/" + id)).path("number").asText().substring(3))).sorted().toList();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(8).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    private String partner(String country) {
        return expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "country", country))).path("id").asText();
    }

    private JsonNode link(String partner) {
        return expect(201, api.post("/api/partners/links", object("partnerId", partner, "url", "https://buy.stripe.com/x?dub_client_reference_id=1")));
    }

    private void pay(String commission) {
        expect(200, api.patch("/api/commissions/" + commission, object("status", "paid")));
    }

    private JsonNode statements(String partner) {
        return expect(200, api.get("/api/statements?partnerId=" + partner));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(one -> one.path(field).asText()).toList();
    }
}
