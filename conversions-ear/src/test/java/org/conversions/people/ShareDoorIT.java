package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;

/** The door of shares: their password, their end, and all that stays closed to their tokens. */
@OnBothDatabases
class ShareDoorIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();
    private static final TestWorkspace WORKSPACE = TestWorkspace.create(SERVER, "Sharing");
    private static final Api KEY = SERVER.api(WORKSPACE.apiKey());
    private static final String WORD = unique("secret");

    @Test
    void aPasswordIsGivenOnceAndAnotherOneAsksAgain() {
        JsonNode share = shared("name", WORD, "query", "", "password", "open sesame");
        assertThat(share.path("password").asBoolean()).isTrue();
        Api guest = guest(share);
        assertThat(guest.get("/api/share").expect(200).path("needsPassword").asBoolean()).isTrue();
        assertThat(guest.get("/api/share").body()).doesNotContain(WORD, "Sharing");
        for (String path : List.of("analytics", "events")) {
            Answer closed = guest.get("/api/share/" + path);
            Errors.isError(closed, 401);
            assertThat(closed.header("Conversions-Reason")).isEqualTo("share_password_required");
        }
        String[] address = {"X-Forwarded-For", Person.network()};
        Errors.isError(guest.post("/api/share/session", object("password", "open barley"), address), 401);
        Errors.isError(guest.post("/api/share/session", object(), address), 422);
        JsonNode session = guest.post("/api/share/session", object("password", "open sesame"), address).expect(200);
        assertThat(Instant.parse(session.path("expiresAt").asText())).isAfter(Instant.now().plus(Duration.ofHours(11)));
        Api inside = SERVER.api(session.path("token").asText());
        inside.get("/api/share/analytics").expect(200);
        assertThat(inside.get("/api/share").expect(200).path("name").asText()).isEqualTo(WORD);
        Api forged = SERVER.api(session.path("token").asText().replaceFirst("\\.[0-9]+\\.", ".99999999999."));
        Errors.isError(forged.get("/api/share/analytics"), 401);
        Api others = guest(shared("query", "", "password", "open sesame"));
        assertThat(others.get("/api/share").expect(200).path("needsPassword").asBoolean()).isTrue();
        String path = "/api/shares/" + share.path("id").asText();
        KEY.patch(path, object("name", WORD + "2")).expect(200);
        inside.get("/api/share/analytics").expect(200);
        KEY.patch(path, object("password", "another word")).expect(200);
        Errors.isError(inside.get("/api/share/analytics"), 401);
        assertThat(KEY.patch(path, "{\"password\":null}").expect(200).path("password").asBoolean()).isFalse();
        guest.get("/api/share/analytics").expect(200);
    }

    @Test
    void guessesOfAPasswordAreStopped() {
        Api guest = guest(shared("query", "", "password", "open sesame"));
        List<Integer> statuses = IntStream.range(0, 30).map(i -> guest.post("/api/share/session", object("password", "guess number " + i),
                "X-Forwarded-For", "172.20." + i + ".1").status()).boxed().toList();
        assertThat(statuses.subList(0, 10)).containsOnly(401);
        assertThat(statuses.subList(10, 30)).containsOnly(429);
        Errors.isError(guest.post("/api/share/session", object("password", "open sesame"), "X-Forwarded-For", Person.network()), 429);
    }

    @Test
    void whatIsNoShareAnyMoreIsLikeWhatNeverWas() {
        Instant end = Instant.now().plusSeconds(2);
        Api expired = guest(shared("query", "", "expiresAt", end.toString()));
        expired.get("/api/share/analytics").expect(200);
        JsonNode share = shared("query", "");
        Api deleted = guest(share);
        KEY.delete("/api/shares/" + share.path("id").asText()).expect(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> expired.get("/api/share").status() == 404);
        Set<String> answers = new HashSet<>();
        for (Api nobody : List.of(expired, deleted, SERVER.api("share_0123456789abcdefghijABCDEFGHIJ01"), SERVER.api("x"), KEY, SERVER.api(null))) {
            for (String path : List.of("", "/analytics", "/events")) {
                Answer answer = nobody.get("/api/share" + path);
                Errors.isError(answer, 404);
                answers.add(answer.body() + answer.header("Conversions-Reason"));
            }
            Errors.isError(nobody.post("/api/share/session", object("password", "x")), 404);
        }
        assertThat(answers).hasSize(1);
        assertThat(KEY.get("/api/shares").expect(200).findValuesAsText("expiresAt")).anyMatch(at -> at.startsWith(end.toString().substring(0, 19)));
    }

    @Test
    void aShareOpensNothingElse() {
        Api guest = guest(shared("query", "", "money", true));
        for (String path : List.of("/api/links", "/api/analytics", "/api/events", "/api/customers", "/api/workspace", "/api/shares", "/api/notes")) {
            Errors.isError(guest.get(path), 401);
        }
        Errors.isError(guest.post("/api/shares", object("query", "")), 401);
        Person person = Person.join(SERVER, WORKSPACE.apiKey(), "owner");
        Errors.isError(person.get("/api/share"), 404);
    }

    private static JsonNode shared(Object... fields) {
        return KEY.post("/api/shares", object(fields)).expect(201);
    }

    private static Api guest(JsonNode share) {
        return SERVER.api(share.path("url").asText().replaceAll(".*/", ""));
    }
}
