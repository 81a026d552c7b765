package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of payouts as files for a bank and others, and the statements of what is paid by it and comes back. */
@OnBothDatabases
class PayoutFilesIT {

    private static final String IN_SEPA = "AT611904300234573201";
    private static final String OUTSIDE = "TR330006100519786457841326";

    private final Api api = Merchant.of(TestWorkspace.create(ConversionsServer.shared(), "Files")).api();
    private String ann;
    private String bob;
    private String cyd;
    private String dan;
    private String batch;

    @BeforeEach
    void fourPartnersAreOwedEuros() {
        expect(200, api.patch("/api/program", object("name", "Acme", "currency", "eur", "payer", object("name", "Acme GmbH",
                "iban", "DE89370400440532013000", "address", object("city", "Berlin", "country", "DE")))));
        ann = partner("Ann", 1_234, bank(IN_SEPA, "Änn Öst"));
        bob = partner("Bob", 500, object("method", "paypal", "paypalEmail", "bob@example.com"));
        cyd = partner("Cyd", 700, null);
        dan = partner("Dan", 300, bank(OUTSIDE, "=Dan"));
        batch = "/api/payouts/batches/" + expect(201, api.post("/api/payouts/batches", object())).path("id").asText();
    }

    @Test
    void onlyAConfirmedBatchIsPaidAndNothingIsWrittenWhileSomebodyCannotBe() {
        assertThat(api.get(batch + "/files/csv").body().lines()).hasSize(5).anyMatch(line -> line.contains(",500,eur,pending,"))
                .first().asString().startsWith("id,invoiceId,amount,currency,status");
        Errors.isError(api.get(batch + "/files/sepa"), 409);
        expect(200, api.post(batch + "/confirm", object()));
        Answer refused = api.get(batch + "/files/sepa");
        Errors.isError(refused, 422);
        assertThat(refused.header("Conversions-Reason")).isEqualTo("payout_rows_unusable");
        assertThat(refused.body()).contains("Cyd (" + payout(cyd) + ") has no payout profile", "Dan (" + payout(dan) + ")", "SEPA does not reach")
                .doesNotContain(payout(ann), payout(bob), IN_SEPA, OUTSIDE);
        assertThat(actions()).doesNotContain("payout_file_written");

        Answer sepa = api.get(batch + "/files/sepa?withoutUnusable=true");
        assertThat(sepa.status()).isEqualTo(200);
        assertThat(sepa.header("Content-Type")).startsWith("application/xml");
        assertThat(sepa.header("Conversions-Left-Out-Payouts").split(", ")).containsExactlyInAnyOrder(payout(cyd), payout(dan));
        assertThat(sepa.body()).contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "<CtrlSum>12.34</CtrlSum>", "<NbOfTxs>1</NbOfTxs>",
                "<IBAN>" + IN_SEPA + "</IBAN>", "<Nm>Ann Ost</Nm>", "<EndToEndId>" + payout(ann).replace('_', '-') + "</EndToEndId>",
                "<Ustrd>Acme: Provisionen ", "<ReqdExctnDt><Dt>" + LocalDate.now(ZoneOffset.UTC)).doesNotContain(OUTSIDE, "bob@");
        assertThat(actions()).contains("payout_file_written");

        Answer paypal = api.get(batch + "/files/paypal?withoutUnusable=true&decimalMark=comma");
        assertThat(paypal.body()).startsWith("bob@example.com,\"5,00\",EUR," + payout(bob) + ",Acme: commissions").endsWith(",PAYPAL\r\n");
        assertThat(paypal.body().lines()).hasSize(1);
        Answer wise = api.get(batch + "/files/wise?withoutUnusable=true");
        assertThat(wise.body().lines()).hasSize(3).first().asString().startsWith("name,recipientEmail,");
        assertThat(wise.body()).contains("'=Dan,", OUTSIDE, IN_SEPA, ",12.34,");
    }

    @Test
    void whoMayDownloadAFileAndWhatItCanBeAskedFor() {
        expect(200, api.post(batch + "/confirm", object()));
        Api reader = ConversionsServer.shared().api(expect(201, api.post("/api/keys", object("name", "reader", "scopes",
                List.of("commissions.read")))).path("key").asText());
        assertThat(reader.get(batch + "/files/csv").status()).isEqualTo(200);
        Errors.isError(reader.get(batch + "/files/wise?withoutUnusable=true"), 403);
        Api other = ConversionsServer.shared().api(TestWorkspace.create(ConversionsServer.shared(), "Others").apiKey());
        Errors.isError(other.get(batch + "/files/csv"), 404);
        Errors.isError(api.get(batch + "/files/xls"), 404);
        Errors.isError(api.get("/api/payouts/batches/pb_unknown/files/csv"), 404);
        for (String query : List.of("executionDay=2020-01-01", "executionDay=9999-01-01", "executionDay=soon", "decimalMark=dash")) {
            Errors.isError(api.get(batch + "/files/sepa?withoutUnusable=true&" + query), 422);
        }
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        assertThat(api.get(batch + "/files/sepa?withoutUnusable=true&executionDay=" + day).body()).contains("<Dt>" + day + "</Dt>");
        expect(200, api.patch("/api/program", object("payer", object("name", "Acme GmbH"))));
        assertThat(api.get(batch + "/files/sepa?withoutUnusable=true").header("Conversions-Reason")).isEqualTo("payer_missing");
        expect(200, api.post(batch + "/cancel", object()));
        Errors.isError(api.get(batch + "/files/wise?withoutUnusable=true"), 409);
    }

    @Test
    void whatComesBackIsCreditedAndPaidAgainWithAStatementOfItsOwn() {
        expect(200, api.post(batch + "/confirm", object()));
        decide(batch, ann, "paid");
        assertThat(kinds(ann)).containsExactly("statement");
        decide(batch, ann, "returned");
        assertThat(kinds(ann)).containsExactly("credit_note", "statement");
        JsonNode all = expect(200, api.get("/api/statements?partnerId=" + ann));
        assertThat(all.path(0).path("lines").toString()).isEqualTo("[{\"description\":\"Storniert " + all.path(1).path("number").asText()
                + "\",\"amount\":-1234}]");
        decide(batch, bob, "failed");
        assertThat(kinds(bob)).isEmpty();
        decide(batch, cyd, "paid");
        decide(batch, dan, "paid");
        String again = "/api/payouts/batches/" + expect(201, api.post("/api/payouts/batches", object())).path("id").asText();
        expect(200, api.post(again + "/confirm", object()));
        decide(again, ann, "paid");
        assertThat(kinds(ann)).containsExactly("statement", "credit_note", "statement");
        JsonNode totals = expect(200, api.get("/api/statements/totals?year=" + LocalDate.now(ZoneOffset.UTC).getYear()));
        assertThat(StreamSupport.stream(totals.spliterator(), false).filter(one -> one.path("partnerId").asText().equals(ann)))
                .singleElement().satisfies(one -> assertThat(one.path("total").asInt()).isEqualTo(1_234));
        assertThat(StreamSupport.stream(expect(200, api.get("/api/statements")).spliterator(), false)
                .map(one -> one.path("number").asText())).containsExactlyInAnyOrder("PS-000001", "PS-000002", "PS-000003", "PS-000004", "PS-000005");
    }

    private String partner(String name, int owed, Map<String, Object> profile) {
        String id = expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", name, "country", "US")))
                .path("id").asText();
        if (profile != null) {
            expect(200, api.put("/api/partners/" + id + "/payout-profile", profile));
        }
        expect(202, api.post("/api/commissions", object("type", "custom", "partnerId", id, "amount", owed)));
        return id;
    }

    private static Map<String, Object> bank(String iban, String name) {
        return object("method", "bank", "iban", iban, "name", name, "address", object("city", "Wien", "country", "AT"));
    }

    private void decide(String ofBatch, String partner, String status) {
        String id = expect(200, api.get("/api/payouts?partnerId=" + partner + "&batchId=" + ofBatch.substring(ofBatch.lastIndexOf('/') + 1)))
                .path(0).path("id").asText();
        expect(200, api.patch(ofBatch + "/payouts/" + id, object("status", status)));
    }

    private String payout(String partner) {
        return expect(200, api.get("/api/payouts?partnerId=" + partner)).path(0).path("id").asText();
    }

    private List<String> kinds(String partner) {
        return StreamSupport.stream(expect(200, api.get("/api/statements?partnerId=" + partner)).spliterator(), false)
                .map(one -> one.path("kind").asText()).toList();
    }

    private List<String> actions() {
        return expect(200, api.get("/api/audit?pageSize=100")).findValuesAsText("action");
    }
}
