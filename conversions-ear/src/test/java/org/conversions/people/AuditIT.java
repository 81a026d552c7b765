package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.StripePayloads;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** The audit trail: each change of access or money, by whom, and without secrets. */
class AuditIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();

    private final TestWorkspace workspace = TestWorkspace.create(SERVER, "Audited");
    private final Api key = SERVER.api(workspace.apiKey());
    private final Person owner = Person.join(SERVER, workspace.apiKey(), "owner");

    @Test
    void whatPeopleDoToAccess() {
        only("workspace_made");
        assertThat(only("invitation_made").at("/actor/kind").asText()).isEqualTo("key");
        assertThat(only("invitation_made").at("/actor/name").asText()).isEqualTo("First secret key");
        isBy(owner, only("invitation_accepted"));
        String keyId = owner.post("/api/keys", object("name", "Made", "scopes", List.of("links.read"))).expect(201).path("id").asText();
        owner.patch("/api/keys/" + keyId, object("name", "Renamed")).expect(200);
        owner.delete("/api/keys/" + keyId, null).expect(200);
        JsonNode made = only("key_made");
        isBy(owner, made);
        assertThat(made.path("subject").asText()).isEqualTo(keyId);
        assertThat(made.path("network").asText()).startsWith("10.").endsWith(".0");
        assertThat(made.at("/details/scopes/0").asText()).isEqualTo("links.read");
        assertThat(only("key_changed").at("/details/to/name").asText()).isEqualTo("Renamed");
        only("key_deleted");
        Person member = Person.join(SERVER, workspace.apiKey(), "member");
        owner.patch("/api/workspace/members/" + member.id(), object("role", "viewer")).expect(200);
        owner.delete("/api/workspace/members/" + member.id(), null).expect(200);
        JsonNode role = only("member_role_changed");
        assertThat(role.path("subject").asText()).isEqualTo(member.id());
        assertThat(role.at("/details/from").asText()).isEqualTo("member");
        assertThat(role.at("/details/to").asText()).isEqualTo("viewer");
        only("member_removed");
        String invitation = owner.post("/api/workspace/invitations", object("email", unique("x") + "@example.com", "role", "viewer"))
                .expect(201).path("id").asText();
        owner.delete("/api/workspace/invitations/" + invitation, null).expect(200);
        only("invitation_deleted");
        assertThat(owner.get("/api/audit?pageSize=100").body()).doesNotContain("conv_", "dub_");
    }

    @Test
    void whatPeopleDoToTheirAccount() {
        owner.elsewhere().login();
        isBy(owner, only("login"));
        owner.elsewhere().login("a wrong password", null);
        await().atMost(Duration.ofSeconds(10)).until(() -> !entries("login_failed").isEmpty());
        JsonNode failed = only("login_failed");
        assertThat(failed.at("/actor/id").isNull()).isTrue();
        assertThat(failed.at("/details/person").asText()).isEqualTo(owner.email());
        assertThat(failed.path("network").asText()).startsWith("10.");
        String other = owner.get("/api/me/sessions").json().path(0).path("id").asText();
        owner.delete("/api/me/sessions/" + other, null).expect(200);
        only("session_revoked");
        String secret = owner.post("/api/me/totp", object("password", Person.PASSWORD)).expect(200).path("secret").asText();
        String code = owner.post("/api/me/totp", object("password", Person.PASSWORD, "code", Totp.code(secret, 0))).expect(200)
                .path("recoveryCodes").path(0).asText();
        only("totp_enabled");
        owner.delete("/api/me/totp", object("password", Person.PASSWORD, "code", code));
        only("totp_disabled");
        owner.put("/api/me/password", object("currentPassword", Person.PASSWORD, "newPassword", "another long password"));
        isBy(owner, only("password_changed"));
        assertThat(owner.get("/api/audit?pageSize=100").body()).doesNotContain(secret, code, "long password");
    }

    @Test
    void whatIsDoneToSettingsAndMoney() {
        owner.patch("/api/workspace", object("timezone", "Europe/Berlin", "attributionWindowDays", 30)).expect(200);
        JsonNode changed = only("workspace_changed");
        isBy(owner, changed);
        assertThat(changed.at("/details/timezone/from").asText()).isEqualTo("UTC");
        assertThat(changed.at("/details/timezone/to").asText()).isEqualTo("Europe/Berlin");
        assertThat(changed.path("details")).hasSize(2);
        owner.patch("/api/workspace", object("timezone", "Europe/Berlin")).expect(200);
        only("workspace_changed");
        owner.patch("/api/stripe/integration/settings", object("trackFreeTrials", true)).expect(200);
        assertThat(only("stripe_settings_changed").at("/details/trackFreeTrials/to").asBoolean()).isTrue();
        owner.put("/api/exchange-rates", object("base", "USD", "rates", object("NOK", "10.5"))).expect(200);
        assertThat(only("exchange_rate_set").at("/details/accepted/0").asText()).isEqualTo("nok");
        JsonNode reward = owner.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)).expect(201);
        assertThat(only("reward_changed").path("subject").asText()).isEqualTo(reward.path("id").asText());
        String partner = key.post("/api/partners", object("email", unique("pat") + "@partners.example", "name", "Pat")).expect(201)
                .path("id").asText();
        JsonNode link = key.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")).expect(201);
        String click = key.post("/api/track/click", object("domain", link.path("domain").asText(), "key", link.path("key").asText()),
                "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0 Safari/537.36").json().path("clickId").asText();
        String buyer = unique("buyer-");
        key.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId", buyer)).expect(200);
        String invoice = unique("in_");
        key.post("/api/track/sale", object("customerExternalId", buyer, "amount", 1000, "invoiceId", invoice)).expect(200);
        owner.post("/api/sales/" + invoice + "/refunds", object("amount", 100)).expectSuccess();
        JsonNode refund = only("sale_refunded");
        assertThat(refund.at("/details/amount").asInt()).isEqualTo(100);
        isBy(owner, refund);
        String commission = owner.get("/api/commissions").json().path(0).path("id").asText();
        owner.patch("/api/commissions/bulk", object("commissionIds", List.of(commission), "status", "fraud")).expect(200);
        JsonNode settled = only("commission_changed");
        assertThat(settled.path("subject").asText()).isEqualTo(commission);
        assertThat(settled.at("/details/to").asText()).isEqualTo("fraud");
    }

    @Test
    void personalDataIsMaskedAndWhoeverLooksIsWrittenDown() {
        JsonNode connection = workspace.connect(SERVER, "live", unique("acct_2"), "whsec_audit_test_secret");
        String buyer = unique("cus_");
        String event = StripePayloads.of("customer.updated", null, object("id", buyer, "object", "customer", "email",
                "bea@buyers.example", "name", "Bea", "metadata", object("plan", "gold")), Instant.now());
        Api stripe = SERVER.api(null);
        assertThat(stripe.postStripeEvent(URI.create(connection.path("endpointUrl").asText()).getPath(), event,
                "whsec_audit_test_secret").status()).isEqualTo(200);
        String path = "/api/stripe/events/" + key.get("/api/stripe/events").json().path(0).path("id").asText();
        assertThat(owner.get(path).expect(200).path("payload").toString()).contains(buyer, "•••", "gold")
                .doesNotContain("bea@", "Bea");
        assertThat(entries("payload_unmasked")).isEmpty();
        assertThat(owner.get(path + "?unmasked=true").expect(200).path("payload").toString()).contains("bea@buyers.example");
        isBy(owner, only("payload_unmasked"));
        Person member = Person.join(SERVER, workspace.apiKey(), "member");
        member.get(path).expect(200);
        Errors.isError(member.get(path + "?unmasked=true"), 403);
        String narrow = key.post("/api/keys", object("name", "n", "scopes", List.of("stripe.write"))).expect(201).path("key").asText();
        Errors.isError(SERVER.api(narrow).get(path + "?unmasked=true"), 403);
        only("payload_unmasked");
    }

    @Test
    void theTrailIsReadByOwnersNewestFirstAndFiltered() {
        for (int i = 0; i < 5; i++) {
            owner.post("/api/keys", object("name", "Key " + i, "scopes", List.of("links.read"))).expect(201);
        }
        JsonNode page = owner.get("/api/audit?action=key_made&pageSize=2").expect(200);
        assertThat(page.findValuesAsText("action")).containsExactly("key_made", "key_made");
        assertThat(page.path(0).at("/details/name").asText()).isEqualTo("Key 4");
        JsonNode next = owner.get("/api/audit?action=key_made&pageSize=2&startingAfter=" + page.path(1).path("id").asText()).expect(200);
        assertThat(next.path(0).at("/details/name").asText()).isEqualTo("Key 2");
        assertThat(owner.get("/api/audit?pageSize=100&person=" + owner.id()).expect(200)).hasSize(6);
        Api reader = SERVER.api(key.post("/api/keys", object("name", "r", "scopes", List.of("apis.read"))).expect(201).path("key").asText());
        Errors.isError(reader.get("/api/audit"), 403);
        key.get("/api/audit").expect(200);
        TestWorkspace other = TestWorkspace.create(SERVER, "Other");
        assertThat(SERVER.api(other.apiKey()).get("/api/audit?pageSize=100").body()).doesNotContain("Key 4", owner.email());
    }

    private JsonNode only(String action) {
        JsonNode entries = entries(action);
        assertThat(entries).as(action).isNotEmpty();
        return entries.path(0);
    }

    private JsonNode entries(String action) {
        return key.get("/api/audit?action=" + action).expect(200);
    }

    private static void isBy(Person person, JsonNode entry) {
        assertThat(entry.at("/actor/kind").asText()).isEqualTo("person");
        assertThat(entry.at("/actor/id").asText()).isEqualTo(person.id());
        assertThat(entry.at("/actor/name").asText()).isEqualTo(person.email());
    }
}
