package org.conversions.portal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.people.Person;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner sees of links, buyers, commissions and payouts, and what of others' never; each test has a merchant of its own. */
@OnBothDatabases
class PortalViewsIT {

    private final ConversionsServer server = ConversionsServer.shared();
    private final Merchant merchant = Merchant.of(TestWorkspace.create(server, "Portal"));
    private final Api api = merchant.api();
    private PartnersPerson ada;
    private PartnersPerson bob;
    private JsonNode adasLink;
    private JsonNode bobsLink;

    @BeforeEach
    void twoPartnersWithALinkEach() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 20)));
        expect(200, api.patch("/api/program", object("url", "https://shop.example/start", "payer", object("name", "Acme GmbH"))));
        ada = partner("Ada");
        bob = partner("Bob");
        adasLink = link(ada);
        bobsLink = link(bob);
    }

    @Test
    void aPartnerSeesBuyersMaskedAndOnlyWhatTheyBoughtByOwnLinks() {
        String buyer = unique("cus_");
        merchant.pays(merchant.click(adasLink), buyer, 1_000);
        merchant.pays(merchant.click(bobsLink), buyer, 5_000);
        JsonNode seen = expect(200, ada.get("/customers"));
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("email").asText()).isEqualTo("c•••@b•••.example");
        assertThat(seen.path(0).path("name").asText()).isEqualTo("B••• B•••");
        assertThat(seen.path(0).path("saleAmount").asLong()).isEqualTo(1_000);
        assertThat(seen.path(0).path("sales").asLong()).isEqualTo(1);
        assertThat(expect(200, bob.get("/customers")).path(0).path("saleAmount").asLong()).isEqualTo(5_000);
        JsonNode commission = expect(200, ada.get("/commissions")).path(0);
        assertThat(commission.path("customer").path("email").asText()).isEqualTo("c•••@b•••.example");
        assertThat(commission.path("terms").asText()).isEqualTo("20 % of each sale");
        assertThat(commission.path("reward").path("amountInPercentage").asInt()).as("in parts").isEqualTo(20);
        assertThat(ada.get("/commissions").body() + ada.get("/customers").body() + ada.get("").body()).doesNotContain(buyer, "Bea Buyer", "Bob");
        expect(200, api.patch("/api/program", object("shareCustomers", true)));
        assertThat(expect(200, ada.get("/customers")).path(0).path("email").asText()).isEqualTo(buyer + "@buyers.example");
        assertThat(expect(200, ada.get("/commissions")).path(0).path("customer").path("name").asText()).isEqualTo("Bea Buyer");
    }

    @Test
    void aCommissionSaysWhatHappenedToItAndAPayoutComesWithItsStatement() {
        String session = merchant.pays(merchant.click(adasLink), unique("cus_"), 1_000);
        merchant.pays(merchant.click(bobsLink), unique("cus_"), 9_000);
        assertThat(balance(ada).path("due").asLong()).isEqualTo(200);
        expect(200, merchant.stripeSends("charge.refunded", object("id", unique("ch_"), "object", "charge", "amount", 1_000,
                "amount_refunded", 500, "currency", "usd", "customer", unique("cus_"), "payment_intent", unique("pi_"),
                "invoice", session)));
        await().atMost(30, SECONDS).until(() -> balance(ada).path("due").asLong() == 100);
        JsonNode commission = expect(200, ada.get("/commissions")).path(0);
        assertThat(commission.path("entries").findValuesAsText("kind")).containsExactly("earned", "refunded");
        String id = commission.path("id").asText();
        expect(200, api.patch("/api/commissions/" + id, object("status", "hold", "reason", "A second look")));
        JsonNode held = expect(200, ada.get("/commissions?status=hold")).path(0);
        assertThat(held.path("holdReasons").toString()).isEqualTo("[\"operator\"]");
        assertThat(held.path("holdNote").asText()).isEqualTo("A second look");
        assertThat(balance(ada).path("held").asLong()).isEqualTo(100);
        expect(200, api.patch("/api/commissions/" + id, object("status", "pending")));
        String batch = expect(201, api.post("/api/payouts/batches", object())).path("id").asText();
        assertThat(balance(ada).path("processed").asLong()).isEqualTo(100);
        expect(200, api.post("/api/payouts/batches/" + batch + "/confirm", object()));
        expect(200, ada.get("/payouts")).forEach(payout -> expect(200, api.patch("/api/payouts/batches/" + batch + "/payouts/"
                + payout.path("id").asText(), object("status", "paid", "traceId", "tr_1"))));
        JsonNode payout = expect(200, ada.get("/payouts")).path(0);
        assertThat(payout.path("amount").asLong()).isEqualTo(100);
        assertThat(payout.path("status").asText()).isEqualTo("completed");
        assertThat(payout.path("traceId").asText()).isEqualTo("tr_1");
        assertThat(expect(200, ada.get("/commissions/" + id)).path("entries").findValuesAsText("kind"))
                .containsExactly("earned", "refunded", "held", "released", "paid");
        assertThat(ada.get("/commissions/" + id).body()).doesNotContain("person");
        assertThat(balance(ada).path("paid").asLong()).isEqualTo(100);
        JsonNode statement = expect(200, ada.get("/statements")).path(0);
        assertThat(statement.path("total").asLong()).isEqualTo(100);
        String file = "/statements/" + statement.path("id").asText();
        assertThat(ada.get(file + ".pdf").body()).startsWith("%PDF");
        assertThat(ada.get(file + ".csv").body()).contains(statement.path("number").asText());
        Errors.isError(bob.get(file + ".pdf"), 404);
        Errors.isError(bob.get(file + ".csv"), 404);
        Errors.isError(bob.get("/commissions/" + id), 404);
        assertThat(expect(200, bob.get("/commissions?payoutId=" + payout.path("id").asText()))).isEmpty();
        assertThat(expect(200, bob.get("/statements"))).isEmpty();
    }

    @Test
    void whatIsInItsHoldingPeriodIsPendingUntilItIsDue() {
        String group = expect(200, api.get("/api/groups")).path(0).path("id").asText();
        expect(200, api.patch("/api/groups/" + group, object("holdingPeriodDays", 30)));
        merchant.pays(merchant.click(adasLink), unique("cus_"), 1_000);
        JsonNode balance = balance(ada);
        assertThat(balance.path("pending").asLong()).isEqualTo(200);
        assertThat(balance.path("due").asLong()).isZero();
        assertThat(balance.path("nextDueAt")).isEqualTo(expect(200, ada.get("/commissions")).path(0).path("dueAt"));
        assertThat(expect(200, ada.get("")).path("rewards").path(0).path("text").asText()).isEqualTo("20 % of each sale");
    }

    @Test
    void aPartnerMakesAndChangesOwnLinksWithinTheRulesOfTheGroup() {
        JsonNode made = expect(201, ada.post("/links", object("url", "https://www.shop.example/bags", "key", unique("bags"))));
        assertThat(made.path("qr").asText()).contains("/api/qr?url=");
        assertThat(expect(201, ada.post("/links", object())).path("url").asText()).isEqualTo("https://shop.example/start");
        JsonNode link = expect(200, api.get("/api/links/" + made.path("id").asText()));
        assertThat(link.path("partnerId").asText()).isEqualTo(ada.partnerId());
        assertThat(ada.post("/links", object("url", "https://phisher.example/")).header("Conversions-Reason")).isEqualTo("host_not_allowed");
        Errors.isError(ada.post("/links", object("url", "https://shop.example/", "key", "login")), 422);
        Errors.isError(ada.post("/links", object("url", "javascript:alert(1)")), 422);
        Errors.isError(ada.post("/links", object("key", "_root")), 422);
        Errors.isError(bob.post("/links", object("key", made.path("key").asText())), 409);
        String path = "/links/" + made.path("id").asText();
        JsonNode changed = expect(200, ada.patch(path, object("url", "https://shop.example/shoes")));
        assertThat(changed.path("url").asText()).isEqualTo("https://shop.example/shoes");
        assertThat(changed.path("key")).isEqualTo(made.path("key"));
        assertThat(ada.patch(path, object("url", "https://phisher.example/")).header("Conversions-Reason")).isEqualTo("host_not_allowed");
        Errors.isError(bob.patch(path, object("url", "https://shop.example/")), 404);
        Errors.isError(ada.patch("/links/" + merchant.link().path("id").asText(), object("url", "https://shop.example/")), 404);
        merchant.click(adasLink);
        JsonNode own = expect(200, ada.get("/links?sortOrder=asc"));
        assertThat(own).hasSize(3);
        assertThat(own.path(0).path("clicks").asLong()).isEqualTo(1);
        assertThat(expect(200, ada.get("")).path("links").path("default").path("id")).isEqualTo(adasLink.path("id"));

        String group = expect(200, api.get("/api/groups")).path(0).path("id").asText();
        expect(200, api.patch("/api/groups/" + group, object("maxPartnerLinks", 3, "linkDefaults", object("allowedHostnames",
                List.of("*.other.example"), "utm_source", "partners", "prefix", "friends"))));
        assertThat(ada.post("/links", object("url", "https://eu.other.example/")).header("Conversions-Reason")).isEqualTo("limit_reached");
        assertThat(expect(201, bob.post("/links", object("url", "https://eu.other.example/"))).path("url").asText())
                .isEqualTo("https://eu.other.example/?utm_source=partners");
        assertThat(expect(201, bob.post("/links", object("url", "https://eu.other.example/", "key", unique("bob")))).path("key").asText())
                .startsWith("friends/bob");
        expect(200, api.post("/api/partners/deactivate", object("partnerId", bob.partnerId())));
        Errors.isError(bob.post("/links", object("url", "https://eu.other.example/")), 409);
        expect(200, bob.get("/links"));
    }

    @Test
    void figuresAreOfOwnLinksAndWithoutTheMerchantsNotes() {
        expect(200, api.patch("/api/links/" + adasLink.path("id").asText(), object("comments", "pays late")));
        merchant.pays(merchant.click(adasLink), unique("cus_"), 1_000);
        merchant.pays(merchant.click(bobsLink), unique("cus_"), 9_000);
        JsonNode count = expect(200, ada.get("/analytics?interval=all"));
        assertThat(List.of(count.path("clicks").asLong(), count.path("sales").asLong(), count.path("saleAmount").asLong(),
                count.path("earnings").asLong())).containsExactly(1L, 1L, 1_000L, 200L);
        Answer links = ada.get("/analytics?groupBy=top_links&interval=all");
        assertThat(expect(200, links).findValuesAsText("link")).containsExactly(adasLink.path("id").asText());
        assertThat(links.body()).doesNotContain("pays late");
        assertThat(expect(200, ada.get("/analytics?groupBy=timeseries&interval=7d"))).hasSizeGreaterThan(6);
        Errors.isError(ada.get("/analytics?groupBy=countries"), 422);
    }

    @Test
    void anOwnerSaysWhoElseBelongsToThePartnerAndTheLastOneStays() {
        String email = unique("team") + "@partners.example";
        JsonNode invitation = expect(201, ada.post("/invitations", object("email", email)));
        assertThat(invitation.path("role").asText()).isEqualTo("member");
        assertThat(invitation.path("url").asText()).as("no mail goes out from here").contains("/partners/#/invitation/");
        assertThat(expect(200, ada.get("/invitations")).findValuesAsText("email")).containsExactly(email);
        expect(200, ada.delete("/invitations/" + invitation.path("id").asText()));
        assertThat(ada.post("/invitations", object("email", email, "role", "owner")).header("Conversions-Reason")).isEqualTo("password_wrong");
        assertThat(expect(201, ada.post("/invitations", object("email", email, "role", "owner", "password", Person.PASSWORD)))
                .path("role").asText()).isEqualTo("owner");
        PartnersPerson member = PartnersPerson.join(server, api, ada.partnerId(), "member");
        assertThat(member.post("/invitations", object("email", email)).header("Conversions-Reason")).isEqualTo("role_too_narrow");
        assertThat(expect(200, member.get("/members")).findValuesAsText("role")).containsExactly("owner", "member");
        assertThat(ada.delete("/members/" + ada.person().id()).header("Conversions-Reason")).isEqualTo("last_owner");
        Errors.isError(ada.delete("/members/" + bob.person().id()), 404);
        expect(200, ada.delete("/members/" + member.person().id()));
        Errors.isError(member.get(""), 404);
        JsonNode switches = expect(200, ada.get("/notifications"));
        assertThat(switches.toString()).isEqualTo("{\"newCommission\":false,\"payoutPaid\":true,\"payoutFailed\":true,\"profileChanged\":true}");
        assertThat(expect(200, ada.patch("/notifications", object("newCommission", true))).path("newCommission").asBoolean()).isTrue();
        Errors.isError(ada.patch("/notifications", object("profileChanged", false)), 422);
        assertThat(expect(200, bob.get("/notifications"))).isEqualTo(switches);
    }

    private JsonNode balance(PartnersPerson person) {
        return expect(200, person.get("")).path("earnings").path(0);
    }

    private PartnersPerson partner(String name) {
        return PartnersPerson.join(server, api, PartnersPerson.enroll(api, name), "owner");
    }

    private JsonNode link(PartnersPerson person) {
        return expect(200, api.get("/api/partners/links?partnerId=" + person.partnerId())).path(0);
    }
}
