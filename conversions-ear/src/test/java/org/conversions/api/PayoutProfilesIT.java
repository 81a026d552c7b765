package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conversions.people.Person;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the money of partners goes, who may change it and when that counts; and who pays it. */
@OnBothDatabases
class PayoutProfilesIT {

    private static final String IBAN = "DE89370400440532013000";
    private static final Map<String, Object> ADDRESS = object("street", "Unter den Linden", "buildingNumber", "1", "postalCode", "10117",
            "city", "Berlin", "country", "DE");

    private final Merchant merchant = Merchant.of(PayoutProfilesIT.class);
    private final Api api = merchant.api();
    private String path;

    @BeforeEach
    void aPartnerJoins() {
        path = "/api/partners/" + expect(201, api.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat",
                "country", "DE"))).path("id").asText() + "/payout-profile";
    }

    @Test
    void theFirstAccountCountsAtOnceAndIsShownMasked() {
        Errors.isError(api.get(path), 404);
        JsonNode set = expect(200, api.put(path, bank(IBAN)));
        assertThat(set.path("account").toString()).isEqualTo("{\"method\":\"bank\",\"iban\":\"•••• 3000\",\"bic\":\"COBADEFF\",\"paypalEmail\":null,"
                + "\"name\":\"Pat Partner\",\"address\":{\"street\":\"Unter den Linden\",\"buildingNumber\":\"1\",\"postalCode\":\"10117\","
                + "\"city\":\"Berlin\",\"country\":\"DE\"},\"language\":\"de\",\"stripeAccount\":null}");
        assertThat(set.path("next").isNull()).isTrue();
        assertThat(expect(200, api.get(path))).isEqualTo(set);
        assertThat(expect(200, api.put(path, bank(IBAN)))).as("said again").isEqualTo(set);
    }

    @Test
    void anotherAccountWaitsForThreeDaysAndTheOldOneTakesItBack() {
        JsonNode first = expect(200, api.put(path, bank(IBAN)));
        JsonNode waiting = expect(200, api.put(path, object("method", "paypal", "paypalEmail", "Thief@example.com")));
        assertThat(waiting.path("account")).isEqualTo(first.path("account"));
        assertThat(waiting.path("next").path("paypalEmail").asText()).isEqualTo("t•••@example.com");
        assertThat(Instant.parse(waiting.path("nextAt").asText())).isBetween(Instant.now().plus(Duration.ofHours(71)),
                Instant.now().plus(Duration.ofHours(73)));
        assertThat(expect(200, api.get(path))).isEqualTo(waiting);
        assertThat(expect(200, api.put(path, bank(IBAN)))).isEqualTo(first);
        assertThat(expect(200, api.get(path))).isEqualTo(first);
        String partner = path.split("/")[3];
        assertThat(actions(partner)).containsExactly("payout_change_withdrawn", "payout_profile_changed", "payout_profile_set");
        assertThat(api.get("/api/audit?pageSize=100").body()).doesNotContain("37040044", "thief@");
    }

    @Test
    void whatNobodyCouldPayToIsRefusedAndNothingChanges() {
        for (Map<String, Object> body : List.of(object(), object("method", "cheque"), object("method", "paypal"),
                bank("DE00370400440532013000"), bank("US64SVBKUS6S3300958879"), bank("=1+1"),
                with(bank(IBAN), "bic", "NOBANK"), with(bank(IBAN), "name", null), with(bank(IBAN), "name", "a\nb"),
                with(bank(IBAN), "address", null), with(bank(IBAN), "address", object("city", "Berlin")),
                with(bank(IBAN), "address", object("city", "Berlin", "country", "XX")), with(bank(IBAN), "language", "fr"))) {
            Errors.isError(api.put(path, body), 422);
        }
        Errors.isError(api.get(path), 404);
        Errors.isError(api.put("/api/partners/pn_unknown/payout-profile", bank(IBAN)), 404);
        assertThat(expect(200, api.put(path, bank(IBAN)))).isNotNull();
        assertThat(api.put(path, with(bank(IBAN), "vatId", "DE1")).header("Conversions-Ignored-Fields")).isEqualTo("vatId");
    }

    @Test
    void anOwnerShowsThePasswordAgainAndNobodyElseChangesIt() {
        Person owner = Person.join(ConversionsServer.shared(), merchant.workspace().apiKey(), "owner");
        Errors.isError(owner.put(path, bank(IBAN)), 403);
        Errors.isError(owner.put(path, with(bank(IBAN), "currentPassword", "wrong")), 403);
        Errors.isError(api.get(path), 404);
        expect(200, owner.put(path, with(bank(IBAN), "currentPassword", Person.PASSWORD)));
        for (String role : List.of("member", "viewer")) {
            Person other = Person.join(ConversionsServer.shared(), merchant.workspace().apiKey(), role);
            assertThat(expect(200, other.get(path)).path("account").path("iban").asText()).isEqualTo("•••• 3000");
            Errors.isError(other.put(path, with(bank("AT611904300234573201"), "currentPassword", Person.PASSWORD)), 403);
        }
    }

    @Test
    void ofManyAtOnceOneWaits() {
        expect(200, api.put(path, bank(IBAN)));
        List<Callable<Integer>> many = Collections.nCopies(8, () -> api.put(path, object("method", "external")).status());
        assertThat(AtOnce.all(many)).containsOnly(200);
        assertThat(actions(path.split("/")[3])).containsExactly("payout_profile_changed", "payout_profile_set");
    }

    @Test
    void theProgramNamesWhoPaysAndTheColumnsOfFiles() {
        JsonNode before = expect(200, api.get("/api/program"));
        assertThat(before.path("payer").isNull()).isTrue();
        assertThat(before.path("payoutColumns").findValuesAsText("header")).contains("amount", "IBAN");
        Map<String, Object> payer = object("name", "Acme GmbH", "iban", "DE02 1203 0000 0000 2020 51", "bic", "BYLADEM1001", "address", ADDRESS);
        JsonNode after = expect(200, api.patch("/api/program", object("payer", payer, "payoutColumns",
                List.of(object("header", "Betrag", "field", "amount"), object("header", "Typ", "value", "PERSON")))));
        assertThat(after.path("payer").path("iban").asText()).isEqualTo("DE02120300000000202051");
        assertThat(after.path("payoutColumns").toString()).isEqualTo("[{\"header\":\"Betrag\",\"field\":\"amount\",\"value\":null},"
                + "{\"header\":\"Typ\",\"field\":null,\"value\":\"PERSON\"}]");
        assertThat(expect(200, api.patch("/api/program", object("name", "Partners")))).isEqualTo(expect(200, api.get("/api/program")));
        for (Map<String, Object> body : List.of(object("payer", object("name", "", "iban", IBAN)), object("payer", object("name", "A", "iban", "DE1")),
                object("payoutColumns", List.of(object("header", "A"))), object("payoutColumns", List.of(object("header", "A", "field", "wealth"))),
                object("name", "Not kept", "payer", object("iban", IBAN)))) {
            Errors.isError(api.patch("/api/program", body), 422);
        }
        JsonNode kept = expect(200, api.get("/api/program"));
        assertThat(kept.path("name").asText()).isEqualTo("Partners");
        assertThat(kept.path("payer")).isEqualTo(after.path("payer"));
        assertThat(expect(200, api.patch("/api/program", object("payoutColumns", List.of()))).path("payoutColumns"))
                .isEqualTo(before.path("payoutColumns"));
    }

    private List<String> actions(String partner) {
        Answer trail = api.get("/api/audit?pageSize=100");
        return expect(200, trail).findParents("subject").stream().filter(entry -> entry.path("subject").asText().equals(partner))
                .map(entry -> entry.path("action").asText()).toList();
    }

    private static Map<String, Object> bank(String iban) {
        return object("method", "bank", "iban", iban, "bic", "COBADEFF", "name", "Pat Partner", "address", ADDRESS);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        body.put(field, value);
        return body;
    }
}
