package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.redirect.RawHttp;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** Login, sessions and what a cookie is worth. */
class LoginIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final TestWorkspace WORKSPACE = TestWorkspace.of(LoginIT.class);
    private static final Person PAT = Person.join(SERVER, WORKSPACE.apiKey(), "owner");

    private final Person pat = PAT.elsewhere().login();

    @Test
    void withoutASessionThereIsNobody() {
        JsonNode nobody = SERVER.api(null).get("/api/session").expect(200);
        assertThat(nobody.path("person").isNull()).isTrue();
        Errors.isError(SERVER.api(null).get("/api/me"), 401);
        Errors.isError(SERVER.api(WORKSPACE.apiKey()).get("/api/me"), 401);
    }

    @Test
    void whoSignsInIsKnownUntilTheySignOut() {
        JsonNode session = pat.get("/api/session").expect(200);
        assertThat(session.path("person").path("email").asText()).isEqualTo(pat.email());
        assertThat(session.path("workspace").path("id").asText()).isEqualTo(WORKSPACE.id());
        assertThat(session.path("workspace").path("role").asText()).isEqualTo("owner");
        assertThat(session.path("workspaces").findValuesAsText("id")).containsExactly(WORKSPACE.id());
        pat.get("/api/links").expect(200);
        String cookie = pat.cookie();
        Answer out = pat.delete("/api/session", null);
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        Errors.isError(pat.withCookie(cookie).get("/api/links"), 401);
        Errors.isError(pat.withCookie(cookie).get("/api/me"), 401);
    }

    @Test
    void allFailuresHaveTheSameWords() {
        Answer unknown = Person.at(SERVER, unique("nobody") + "@example.com").login(Person.PASSWORD, null);
        Answer wrong = PAT.elsewhere().login("not the password of Pat", null);
        Answer empty = PAT.elsewhere().login("", null);
        Errors.isError(unknown, 401);
        assertThat(unknown.header("Conversions-Reason")).isEqualTo("login_failed");
        assertThat(List.of(wrong.body(), empty.body())).containsOnly(unknown.body());
        assertThat(wrong.header("Set-Cookie")).isNull();
        assertThat(PAT.elsewhere().login(Person.PASSWORD, null).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = PAT.elsewhere().login(Person.PASSWORD, null).header("Set-Cookie");
        assertThat(cookie).startsWith("conversions_session=conv_session_").contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .containsPattern("Max-Age=25(91999|92000)(;|$)").doesNotContain("Domain=");
    }

    @Test
    void aWriteShowsThatAPageOfOursMadeIt() {
        String cookie = pat.cookie();
        Api browser = SERVER.api(null);
        for (String[] headers : List.of(new String[] {}, new String[] {"X-CSRF-Token", ""},
                new String[] {"X-CSRF-Token", PAT.csrfToken()},
                new String[] {"X-CSRF-Token", pat.csrfToken(), "Sec-Fetch-Site", "cross-site"},
                new String[] {"X-CSRF-Token", pat.csrfToken(), "Sec-Fetch-Site", "same-site"},
                new String[] {"X-CSRF-Token", pat.csrfToken(), "Origin", "https://evil.example"},
                new String[] {"X-CSRF-Token", pat.csrfToken(), "Origin", "null"},
                new String[] {"X-CSRF-Token", pat.csrfToken(), "Origin", SERVER.base() + ".evil.example"})) {
            for (String path : List.of("/api/tags", "/api/stripe/events/replay", "/api/workspaces")) {
                List<String> all = new ArrayList<>(List.of("Cookie", cookie));
                all.addAll(List.of(headers));
                Errors.isError(browser.post(path, object("name", unique("forged")), all.toArray(String[]::new)), 403);
            }
        }
        assertThat(pat.get("/api/tags?pageSize=100").body()).doesNotContain("forged");
        pat.post("/api/tags", object("name", unique("ours")), "Origin", SERVER.base().toString(), "Sec-Fetch-Site", "same-origin")
                .expect(201);
        pat.get("/api/links", "Sec-Fetch-Site", "cross-site").expect(200);
    }

    @Test
    void noPageOfAnotherSiteSignsAnybodyIn() {
        Object login = object("email", PAT.email(), "password", Person.PASSWORD);
        Errors.isError(SERVER.api(null).post("/api/session", login, "Origin", "https://evil.example"), 403);
        Errors.isError(SERVER.api(null).post("/api/session", login, "Sec-Fetch-Site", "cross-site"), 403);
    }

    @Test
    void theCookieCountsForTheApiOfThisHostOnly() {
        String cookie = pat.cookie();
        Errors.isError(pat.send("GET", "/links", null, "Authorization", "Bearer unknown_unknown_unknown_unknown"), 401);
        Errors.isError(pat.post("/tags", object("name", unique("root"))), 401);
        Errors.isError(pat.post("/api/track/lead", object("eventName", "x", "customerExternalId", "y")), 401);
        Errors.isError(pat.get("/api/links", "Authorization", "Bearer unknown_unknown_unknown_unknown"), 401);
        assertThat(onHost("localhost:" + SERVER.port(), cookie)).isEqualTo(200);
        assertThat(onHost("shop.example", cookie)).isEqualTo(401);
        assertThat(onHost("localhost.evil.example:" + SERVER.port(), cookie)).isEqualTo(401);
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() {
        Person person = Person.join(SERVER, WORKSPACE.apiKey(), "viewer");
        Person other = person.elsewhere();
        other.send("POST", "/api/session", object("email", person.email(), "password", Person.PASSWORD), "User-Agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0").expect(200);
        JsonNode sessions = person.get("/api/me/sessions").expect(200);
        assertThat(sessions).hasSize(2);
        assertThat(sessions.path(0).path("browser").asText()).isEqualTo("Firefox");
        assertThat(sessions.path(0).path("system").asText()).isEqualTo("Linux");
        assertThat(sessions.path(0).path("current").asBoolean()).isFalse();
        assertThat(sessions.path(1).path("current").asBoolean()).isTrue();
        assertThat(sessions.path(1).path("network").asText()).startsWith("10.");
        String id = sessions.path(0).path("id").asText();
        Errors.isError(pat.delete("/api/me/sessions/" + id, null), 404);
        other.get("/api/me").expect(200);
        person.delete("/api/me/sessions/" + id, null).expect(200);
        Errors.isError(other.get("/api/me"), 401);
        Person third = person.elsewhere().login();
        assertThat(person.delete("/api/me/sessions", null).status()).isEqualTo(204);
        Errors.isError(third.get("/api/me"), 401);
        person.get("/api/me").expect(200);
    }

    @Test
    void anotherPasswordEndsAllOtherSessionsAndTheOldCookie() {
        Person person = Person.join(SERVER, WORKSPACE.apiKey(), "viewer");
        Person other = person.elsewhere().login();
        String before = person.cookie();
        Errors.isError(person.put("/api/me/password", object("currentPassword", "wrong", "newPassword", "another long password")), 403);
        Errors.isError(person.put("/api/me/password", object("currentPassword", Person.PASSWORD, "newPassword", "short")), 422);
        other.get("/api/me").expect(200);
        assertThat(person.put("/api/me/password", object("currentPassword", Person.PASSWORD, "newPassword",
                "another long password")).status()).isEqualTo(204);
        Errors.isError(other.get("/api/me"), 401);
        assertThat(person.cookie()).isNotEqualTo(before);
        Errors.isError(person.withCookie(before).get("/api/me"), 401);
        person.patch("/api/me", object("name", "Still here")).expect(200);
        Errors.isError(person.elsewhere().login(Person.PASSWORD, null), 401);
        person.elsewhere().login("another long password", null).expect(200);
    }

    @Test
    void anotherEmailNeedsThePasswordAndIsNobodyElses() {
        Person person = Person.join(SERVER, WORKSPACE.apiKey(), "viewer");
        String email = unique("new-") + "@example.com";
        Errors.isError(person.patch("/api/me", object("email", email)), 403);
        Errors.isError(person.patch("/api/me", object("email", email, "currentPassword", "wrong")), 403);
        Errors.isError(person.patch("/api/me", object("email", PAT.email(), "currentPassword", Person.PASSWORD)), 409);
        Errors.isError(person.patch("/api/me", object("email", "none", "currentPassword", Person.PASSWORD)), 422);
        JsonNode changed = person.patch("/api/me", object("email", email.toUpperCase(), "name", "Sam", "currentPassword",
                Person.PASSWORD)).expect(200);
        assertThat(changed.path("email").asText()).isEqualTo(email);
        assertThat(changed.path("name").asText()).isEqualTo("Sam");
        Person.at(SERVER, email).login();
        Errors.isError(person.elsewhere().login(Person.PASSWORD, null), 401);
    }

    @Test
    void tenThousandGuessesAreMostlyNotLookedAtAndLockNobodyOut() {
        Person victim = Person.join(SERVER, WORKSPACE.apiKey(), "viewer");
        victim.login();
        List<Callable<Integer>> guesses = IntStream.range(0, 10_000).<Callable<Integer>>mapToObj(i -> () ->
                SERVER.api(null).post("/api/session", object("email", victim.email(), "password", "guess number " + i),
                        "X-Forwarded-For", "172.16." + i % 50 + ".1").status()).toList();
        List<Integer> statuses = AtOnce.all(guesses);
        // Those that are looked at wait for each other.
        assertThat(statuses).isSubsetOf(401, 429, 503);
        assertThat(statuses.stream().filter(status -> status != 429).count()).isLessThanOrEqualTo(10);
        Answer refused = victim.elsewhere().login(Person.PASSWORD, null);
        Errors.isError(refused, 429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        victim.login(Person.PASSWORD, null).expect(200);
    }

    private static int onHost(String host, String cookie) {
        return RawHttp.send(SERVER.port(), ("GET /api/links HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)).status();
    }
}
