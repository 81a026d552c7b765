package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** Invitations, roles, members, and the way back in. */
class MembersIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final String NEW_PASSWORD = "another long password";

    private final TestWorkspace workspace = TestWorkspace.create(SERVER, "Members");
    private final Api key = SERVER.api(workspace.apiKey());
    private final Person owner = Person.join(SERVER, workspace.apiKey(), "owner");

    @Test
    void aNewPersonAcceptsWithAPasswordAndIsSignedIn() {
        String email = unique("sam-") + "@example.com";
        JsonNode made = owner.post("/api/workspace/invitations", object("email", email.toUpperCase(), "role", "member")).expect(201);
        assertThat(made.path("email").asText()).isEqualTo(email);
        assertThat(made.path("invitedBy").asText()).isEqualTo(owner.email());
        assertThat(made.path("url").asText()).startsWith(SERVER.base() + "/app/invitation/#token=conv_invitation_");
        assertThat(owner.get("/api/workspace/invitations").body()).contains(email).doesNotContain("conv_invitation_");
        Person sam = Person.at(SERVER, email);
        JsonNode shown = sam.get("/api/invitations/" + Person.token(made)).expect(200);
        assertThat(shown.path("workspace").path("name").asText()).isEqualTo("Members");
        assertThat(shown.path("role").asText()).isEqualTo("member");
        assertThat(shown.path("signUp").asBoolean()).isTrue();
        JsonNode session = sam.accept(Person.token(made)).expect(200);
        assertThat(session.path("workspace").path("id").asText()).isEqualTo(workspace.id());
        assertThat(session.path("person").path("operator").asBoolean()).isFalse();
        assertThat(owner.get("/api/workspace/invitations").json()).isEmpty();
        assertThat(owner.get("/api/workspace/members").expect(200).findValuesAsText("email"))
                .containsExactly(owner.email(), email);
        sam.elsewhere().login();
    }

    @Test
    void anInvitationWorksOnceAndForNobodyElse() {
        String email = unique("sam-") + "@example.com";
        String token = Person.invite(key, email, "viewer");
        Errors.isError(Person.at(SERVER, email).post("/api/invitations/" + token + "/accept", object("password", "short")), 422);
        Answer other = owner.post("/api/invitations/" + token + "/accept", object());
        Errors.isError(other, 403);
        assertThat(other.header("Conversions-Reason")).isEqualTo("other_person");
        List<Integer> statuses = AtOnce.all(IntStream.range(0, 4).<Callable<Integer>>mapToObj(i -> () ->
                Person.at(SERVER, email).accept(token).status()).toList());
        assertThat(statuses).containsOnlyOnce(200).doesNotContain(500);
        Errors.isError(Person.at(SERVER, email).accept(token), 404);
        Errors.isError(owner.get("/api/invitations/" + token), 404);
        Errors.isError(owner.get("/api/invitations/conv_invitation_unknown"), 404);
    }

    @Test
    void whoHasAnAccountSignsInFirst() {
        TestWorkspace second = TestWorkspace.create(SERVER, "Second");
        String token = Person.invite(SERVER.api(second.apiKey()), owner.email(), "viewer");
        assertThat(owner.get("/api/invitations/" + token).json().path("signUp").asBoolean()).isFalse();
        Answer stranger = Person.at(SERVER, owner.email()).accept(token);
        Errors.isError(stranger, 401);
        assertThat(stranger.header("Conversions-Reason")).isEqualTo("sign_in_first");
        JsonNode session = owner.post("/api/invitations/" + token + "/accept", object()).expect(200);
        assertThat(session.path("workspace").path("id").asText()).isEqualTo(second.id());
        assertThat(session.path("workspaces").findValuesAsText("role")).containsExactly("owner", "viewer");
        Errors.isError(owner.post("/api/tags", object("name", unique("t"))), 403);
        owner.in(workspace.id()).post("/api/tags", object("name", unique("t"))).expect(201);
        Errors.isError(owner.put("/api/session/workspace", object("workspaceId", TestWorkspace.first(SERVER).id())), 404);
    }

    @Test
    void anInvitationIsDeletedAndReplaced() {
        String email = unique("sam-") + "@example.com";
        String first = Person.invite(key, email, "owner");
        String second = Person.invite(key, email, "viewer");
        Errors.isError(owner.get("/api/invitations/" + first), 404);
        String id = owner.get("/api/workspace/invitations").json().path(0).path("id").asText();
        assertThat(owner.delete("/api/workspace/invitations/" + id, null).expect(200).path("id").asText()).isEqualTo(id);
        Errors.isError(owner.get("/api/invitations/" + second), 404);
        Errors.isError(owner.delete("/api/workspace/invitations/" + id, null), 404);
        Errors.isError(owner.post("/api/workspace/invitations", object("email", owner.email(), "role", "viewer")), 409);
        Errors.isError(owner.post("/api/workspace/invitations", object("email", "nobody", "role", "viewer")), 422);
        Errors.isError(owner.post("/api/workspace/invitations", object("email", email, "role", "admin")), 422);
    }

    @Test
    void aWorkspaceKeepsAnOwner() {
        Errors.isError(owner.patch("/api/workspace/members/" + owner.id(), object("role", "member")), 409);
        Errors.isError(key.delete("/api/workspace/members/" + owner.id()), 409);
        Person second = Person.join(SERVER, workspace.apiKey(), "owner");
        List<Integer> statuses = AtOnce.all(List.of(
                () -> owner.patch("/api/workspace/members/" + second.id(), object("role", "viewer")).status(),
                () -> second.patch("/api/workspace/members/" + owner.id(), object("role", "viewer")).status()));
        assertThat(statuses).contains(200).doesNotContain(500);
        assertThat(key.get("/api/workspace/members").json().findValuesAsText("role")).contains("owner");
    }

    @Test
    void aNarrowerRoleHoldsAtOnceAndEndsTheSession() {
        Person member = Person.join(SERVER, workspace.apiKey(), "member");
        member.post("/api/tags", object("name", unique("t"))).expect(201);
        JsonNode changed = owner.patch("/api/workspace/members/" + member.id(), object("role", "viewer")).expect(200);
        assertThat(changed.path("role").asText()).isEqualTo("viewer");
        Errors.isError(member.get("/api/tags"), 401);
        member.login();
        member.get("/api/tags").expect(200);
        Errors.isError(member.post("/api/tags", object("name", unique("t"))), 403);
        owner.patch("/api/workspace/members/" + member.id(), object("role", "member")).expect(200);
        member.post("/api/tags", object("name", unique("t"))).expect(201);
        owner.delete("/api/workspace/members/" + member.id(), null).expect(200);
        Errors.isError(member.get("/api/tags"), 401);
        JsonNode session = member.login(Person.PASSWORD, null).expect(200);
        assertThat(session.path("workspace").isNull()).isTrue();
        Errors.isError(member.get("/api/tags"), 403);
    }

    @Test
    void onlyOwnersDealWithPeople() {
        for (String role : List.of("member", "viewer")) {
            Person other = Person.join(SERVER, workspace.apiKey(), role);
            other.get("/api/workspace/members").expect(200);
            Errors.isError(other.get("/api/workspace/invitations"), 403);
            Errors.isError(other.get("/api/audit"), 403);
            Errors.isError(other.post("/api/workspace/invitations", object("email", "x@example.com", "role", "owner")), 403);
            Errors.isError(other.patch("/api/workspace/members/" + other.id(), object("role", "owner")), 403);
            Errors.isError(other.delete("/api/workspace/members/" + owner.id(), null), 403);
            Errors.isError(other.post("/api/workspace/members/" + owner.id() + "/password-reset", null), 403);
            Errors.isError(other.post("/api/keys", object("name", "x")), 403);
            Errors.isError(other.patch("/api/workspace", object("name", "x")), 403);
        }
    }

    @Test
    void aPersonMakesAWorkspaceAndOwnsIt() {
        JsonNode made = owner.post("/api/workspaces", object("name", "Own", "slug", unique("own-"), "currency", "eur")).expect(201);
        assertThat(made.path("role").asText()).isEqualTo("owner");
        assertThat(owner.get("/api/workspaces").expect(200).findValuesAsText("id"))
                .containsExactly(workspace.id(), made.path("id").asText());
        owner.in(made.path("id").asText());
        assertThat(owner.get("/api/keys").json()).isEmpty();
        owner.post("/api/keys", object("name", "First")).expect(201);
        assertThat(owner.get("/api/workspace").json().path("currency").asText()).isEqualTo("eur");
        Errors.isError(owner.post("/api/workspaces", object("name", "Own", "slug", made.path("slug").asText())), 409);
        Errors.isError(key.get("/api/workspaces"), 401);
    }

    @Test
    void anOwnersLinkSetsAnotherPasswordOnce() {
        Person member = Person.join(SERVER, workspace.apiKey(), "member");
        JsonNode link = owner.post("/api/workspace/members/" + member.id() + "/password-reset", null).expect(200);
        assertThat(link.path("url").asText()).startsWith(SERVER.base() + "/app/reset/#token=conv_reset_");
        String path = "/api/password-resets/" + Person.token(link);
        Person stranger = member.elsewhere();
        Errors.isError(stranger.post(path, object("password", "short")), 422);
        Errors.isError(stranger.post(path, object("password", NEW_PASSWORD), "Origin", "https://evil.example"), 403);
        List<Integer> statuses = AtOnce.all(IntStream.range(0, 4).<Callable<Integer>>mapToObj(i -> () ->
                stranger.post(path, object("password", NEW_PASSWORD)).status()).toList());
        assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 404, 503);
        Errors.isError(member.get("/api/me"), 401);
        Errors.isError(member.elsewhere().login(Person.PASSWORD, null), 401);
        member.elsewhere().login(NEW_PASSWORD, null).expect(200);
        Errors.isError(stranger.post("/api/password-resets/conv_reset_unknown", object("password", NEW_PASSWORD)), 404);
    }

    @Test
    void anOwnerGetsIntoNothingThatIsNotTheirs() {
        Person member = Person.join(SERVER, workspace.apiKey(), "member");
        TestWorkspace second = TestWorkspace.create(SERVER, "Second");
        String reset = "/api/workspace/members/" + member.id() + "/password-reset";
        owner.post(reset, null).expect(200);
        member.post("/api/invitations/" + Person.invite(SERVER.api(second.apiKey()), member.email(), "viewer") + "/accept",
                object()).expect(200);
        reason("person_of_other_workspace", owner.post(reset, null));
        reason("own_password", owner.post("/api/workspace/members/" + owner.id() + "/password-reset", null));
        reason("person_needed", key.post(reset, "{}"));
        Errors.isError(owner.post("/api/workspace/members/user_unknown/password-reset", null), 404);
        Person operator = operator();
        operator.post("/api/invitations/" + Person.invite(key, operator.email(), "viewer") + "/accept", object()).expect(200);
        reason("person_is_operator", owner.post("/api/workspace/members/" + operator.id() + "/password-reset", null));
        operator.post("/api/server/people/" + member.id() + "/password-reset", null).expect(200);
        SERVER.api(ServerSettings.OPERATOR_TOKEN).post("/api/server/people/" + member.email() + "/password-reset", "{}").expect(200);
        key.delete("/api/workspace/members/" + operator.id()).expect(200);
    }

    @Test
    void thePersonWhoOperatesTheServerNeedsNoToken() {
        Person operator = operator();
        operator.get("/api/server/workspaces").expect(200);
        operator.post("/api/server/workspaces", object("name", "Made", "slug", unique("made-"))).expect(201);
        Errors.isError(operator.post("/api/server/workspaces", object("name", "Made"), "X-CSRF-Token", "wrong"), 403);
        Errors.isError(owner.get("/api/server/workspaces"), 403);
        Errors.isError(SERVER.api(null).get("/api/server/workspaces"), 401);
    }

    @Test
    void whoAsksForAMailLearnsNothing() {
        Person stranger = Person.at(SERVER, "x");
        Answer known = stranger.post("/api/password-resets", object("email", owner.email()));
        Answer unknown = stranger.post("/api/password-resets", object("email", unique("nobody") + "@example.com"));
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body()).isEqualTo("{}");
        Errors.isError(stranger.post("/api/password-resets", object("email", "no address")), 422);
        for (int i = 0; i < 9; i++) {
            stranger.post("/api/password-resets", object("email", owner.email())).expect(202);
        }
        Errors.isError(stranger.post("/api/password-resets", object("email", owner.email())), 429);
        owner.elsewhere().login();
    }

    private static Person operator() {
        Person operator = Person.at(SERVER, "owner@example.com").login();
        return operator.in(TestWorkspace.first(SERVER).id());
    }

    private static void reason(String reason, Answer answer) {
        Errors.isError(answer, 403);
        assertThat(answer.header("Conversions-Reason")).isEqualTo(reason);
    }
}
