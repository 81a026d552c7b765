package org.conversions.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.expect;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.people.Person;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;

/** How people get into the portal of their partner, and what they see of it there: their own world and nothing else. */
@OnBothDatabases
class PortalIT {

    private final ConversionsServer server = ConversionsServer.shared();
    private final Merchant merchant = Merchant.of(PortalIT.class);
    private final Api api = merchant.api();

    @Test
    void whoIsInvitedChoosesAPasswordAndSeesThePartner() {
        String partner = PartnersPerson.enroll(api, "Pat");
        String path = "/api/partners/" + partner + "/invitations";
        JsonNode made = expect(201, api.post(path, object()));
        assertThat(made.path("role").asText()).isEqualTo("owner");
        String email = made.path("email").asText();
        assertThat(email).isEqualTo(expect(200, api.get("/api/partners?partnerId=" + partner)).findValuesAsText("email").stream()
                .filter(one -> one.equals(email)).findFirst().orElse(null));
        String token = PartnersPerson.token(made.path("url").asText());
        assertThat(made.path("url").asText()).isEqualTo(server.base() + "/partners/#/invitation/" + token);
        assertThat(expect(200, api.get(path)).toString()).contains(email).doesNotContain(token, "/#/");

        Person person = Person.at(server, email);
        JsonNode open = expect(200, person.get("/api/portal/invitations/" + token));
        assertThat(open.toString()).isEqualTo("{\"programName\":\"Partner program\",\"partnerName\":\"Pat\",\"email\":\"" + email
                + "\",\"role\":\"owner\",\"personExists\":false}");
        Errors.isError(person.post("/api/portal/invitations/" + token + "/accept", object("password", "short")), 422);
        List<Callable<Integer>> twice = List.of(() -> accept(Person.at(server, email), token), () -> accept(Person.at(server, email), token));
        assertThat(AtOnce.all(twice)).as("once").containsOnlyOnce(200);
        Errors.isError(person.get("/api/portal/invitations/" + token), 404);
        assertThat(expect(200, api.get(path))).isEmpty();

        person.login();
        JsonNode portal = expect(200, person.get("/api/portal"));
        assertThat(portal.path("person").path("email").asText()).isEqualTo(email);
        assertThat(portal.path("partners").toString()).isEqualTo("[{\"partnerId\":\"" + partner + "\",\"partnerName\":\"Pat\","
                + "\"programName\":\"Partner program\",\"workspaceName\":\"PortalIT\",\"status\":\"approved\",\"role\":\"owner\"}]");
        JsonNode overview = expect(200, person.get("/api/portal/" + partner));
        assertThat(overview.path("partner").path("group").path("name").asText()).isEqualTo("Default");
        assertThat(expect(200, api.get("/api/partners/" + partner + "/members")).findValuesAsText("email")).containsExactly(email);
        Errors.isError(api.post(path, object()), 409);
        Errors.isError(person.get("/api/links"), 403);
        Errors.isError(person.post("/api/workspaces", object("name", "Own")), 403);
        Errors.isError(person.get("/api/partners/" + partner + "/members"), 403);
    }

    @Test
    void whoHasAnAccountJoinsWithoutAPasswordAndNobodyElseDoes() {
        PartnersPerson first = PartnersPerson.join(server, api, PartnersPerson.enroll(api, "One"), "owner");
        String second = PartnersPerson.enroll(api, "Two");
        String token = PartnersPerson.token(expect(201, api.post("/api/partners/" + second + "/invitations",
                object("email", first.person().email().toUpperCase(), "role", "member"))).path("url").asText());
        String accept = "/api/portal/invitations/" + token + "/accept";
        assertThat(expect(200, first.person().get("/api/portal/invitations/" + token)).path("personExists").asBoolean()).isTrue();
        Errors.isError(Person.at(server, first.person().email()).post(accept, object("password", Person.PASSWORD)), 401);
        PartnersPerson other = PartnersPerson.join(server, api, PartnersPerson.enroll(api, "Three"), "owner");
        Errors.isError(other.person().post(accept, object()), 403);
        expect(200, first.person().post(accept, object()));
        assertThat(expect(200, first.person().get("/api/portal")).path("partners").findValuesAsText("role")).containsExactly("owner", "member");
        expect(200, first.person().get("/api/portal/" + second));
        Errors.isError(other.person().get("/api/portal/" + second), 404);

        expect(200, api.delete("/api/partners/" + second + "/members/" + first.person().id()));
        Errors.isError(first.person().get("/api/portal/" + second), 404);
        expect(200, first.get(""));
        Errors.isError(api.delete("/api/partners/" + second + "/members/" + first.person().id()), 404);
    }

    @Test
    void aDeletedOrReplacedInvitationOpensNothing() {
        String path = "/api/partners/" + PartnersPerson.enroll(api, "Pat") + "/invitations";
        String email = unique("sam") + "@partners.example";
        JsonNode first = expect(201, api.post(path, object("email", email)));
        JsonNode second = expect(201, api.post(path, object("email", email, "role", "member")));
        Person person = Person.at(server, email);
        Errors.isError(person.get("/api/portal/invitations/" + PartnersPerson.token(first.path("url").asText())), 404);
        expect(200, api.delete(path + "/" + second.path("id").asText()));
        Errors.isError(person.get("/api/portal/invitations/" + PartnersPerson.token(second.path("url").asText())), 404);
        Errors.isError(api.delete(path + "/" + second.path("id").asText()), 404);
        Errors.isError(api.post(path, object("email", "nobody")), 422);
        Errors.isError(api.post(path, object("role", "king")), 422);
        Errors.isError(api.post("/api/partners/pn_unknown/invitations", object()), 404);
    }

    @Test
    void anOwnerOfTheWorkspaceSetsNoPasswordOfAPartnersPerson() {
        Person owner = Person.join(server, merchant.workspace().apiKey(), "owner");
        Person both = Person.join(server, merchant.workspace().apiKey(), "member");
        String path = "/api/workspace/members/" + both.id() + "/password-reset";
        expect(200, owner.post(path, object()));
        String token = PartnersPerson.token(expect(201, api.post("/api/partners/" + PartnersPerson.enroll(api, "Pat") + "/invitations",
                object("email", both.email()))).path("url").asText());
        expect(200, both.post("/api/portal/invitations/" + token + "/accept", object()));
        assertThat(owner.post(path, object()).header("Conversions-Reason")).isEqualTo("person_is_partner");
    }

    @Test
    void whoMayNotSayWhereMoneyGoesInvitesNobodyWhoMay() {
        Person member = Person.join(server, merchant.workspace().apiKey(), "member");
        String path = "/api/partners/" + PartnersPerson.enroll(api, "Pat") + "/invitations";
        assertThat(member.post(path, object()).header("Conversions-Reason")).isEqualTo("role_too_narrow");
        expect(201, member.post(path, object("role", "member")));
        Errors.isError(Person.join(server, merchant.workspace().apiKey(), "viewer").post(path, object("role", "member")), 403);
        expect(201, Person.join(server, merchant.workspace().apiKey(), "owner").post(path, object()));
    }

    /** Of who is also a member of the workspace, each stands there once. */
    @Test
    void whatPeopleOfPartnersDoToTheirAccountStandsInTheAuditTrailOfTheWorkspace() {
        PartnersPerson person = PartnersPerson.join(server, api, PartnersPerson.enroll(api, "Pat"), "owner");
        Errors.isError(Person.at(server, person.person().email()).post("/api/session", object("email", person.person().email(),
                "password", "not the right one")), 401);
        person.person().login();
        expect(204, person.person().put("/api/me/password", object("currentPassword", Person.PASSWORD, "newPassword", "quite another horse")));
        for (String action : List.of("login_failed", "password_changed")) {
            await(action).untilAsserted(() -> assertThat(recorded(action, person.person())).singleElement()
                    .satisfies(entry -> assertThat(entry.path("details").path("partner").asText()).isEqualTo(person.partnerId())));
        }
        assertThat(recorded("login", person.person())).as("who accepts an invitation is signed in").isNotEmpty();
        assertThat(expect(200, Merchant.of(PortalViewsIT.class).api().get("/api/audit?pageSize=100")).findValuesAsText("subject"))
                .doesNotContain(person.person().id());

        Person both = Person.join(server, merchant.workspace().apiKey(), "member");
        String token = PartnersPerson.token(expect(201, api.post("/api/partners/" + person.partnerId() + "/invitations",
                object("email", both.email()))).path("url").asText());
        expect(200, both.post("/api/portal/invitations/" + token + "/accept", object()));
        expect(204, both.put("/api/me/password", object("currentPassword", Person.PASSWORD, "newPassword", "quite another horse")));
        assertThat(recorded("password_changed", both)).hasSize(1);
    }

    private List<JsonNode> recorded(String action, Person person) {
        return StreamSupport.stream(expect(200, api.get("/api/audit?pageSize=100&action=" + action)).spliterator(), false)
                .filter(entry -> entry.path("subject").asText().equals(person.id())).toList();
    }

    @Test
    void theProgramSaysWhatPartnersSeeOfIt() {
        JsonNode before = expect(200, api.get("/api/program"));
        assertThat(before.path("shareCustomers").asBoolean()).isFalse();
        assertThat(before.path("embed").path("faq")).isEmpty();
        expect(200, api.patch("/api/program", object("helpUrl", "https://shop.example/help", "supportEmail", "help@shop.example",
                "termsUrl", "https://shop.example/terms")));
        PartnersPerson person = PartnersPerson.join(server, api, PartnersPerson.enroll(api, "Pat"), "member");
        JsonNode program = expect(200, person.get("")).path("program");
        assertThat(List.of(program.path("helpUrl").asText(), program.path("supportEmail").asText(), program.path("termsUrl").asText()))
                .containsExactly("https://shop.example/help", "help@shop.example", "https://shop.example/terms");
        for (Object[] wrong : List.of(new Object[] {"helpUrl", "javascript:alert(1)"}, new Object[] {"supportEmail", "nobody"},
                new Object[] {"termsUrl", "terms"}, new Object[] {"embed", object("customTermsUrl", "terms")},
                new Object[] {"embed", object("faq", List.of(object("question", "Why?")))})) {
            Errors.isError(api.patch("/api/program", object("name", "Not kept", wrong[0], wrong[1])), 422);
        }
        assertThat(expect(200, api.get("/api/program")).path("name").asText()).isEqualTo("Partner program");
        expect(200, api.patch("/api/program", object("helpUrl", "", "supportEmail", "", "termsUrl", "")));
        assertThat(expect(200, api.get("/api/program"))).isEqualTo(before);
    }

    private static int accept(Person person, String token) {
        return person.post("/api/portal/invitations/" + token + "/accept", object("password", Person.PASSWORD)).status();
    }
}
