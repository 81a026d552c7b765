package org.conversions.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.conversions.api.AtOnce;
import org.conversions.api.Errors;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.OnBothDatabases;
import org.conversions.server.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes on the chart and saved views: of all, or of one person. */
@OnBothDatabases
class NotesAndViewsIT {

    private static final ConversionsServer SERVER = ConversionsServer.shared();

    private final TestWorkspace workspace = TestWorkspace.create(SERVER, "Overview");
    private final Api key = SERVER.api(workspace.apiKey());
    private final Person member = Person.join(SERVER, workspace.apiKey(), "member");
    private final Person viewer = Person.join(SERVER, workspace.apiKey(), "viewer");

    @Test
    void aNoteIsAboutAMomentAndComesWithItsTime() {
        JsonNode launch = member.post("/api/notes", object("text", " Launch ", "at", "2026-03-01T10:00:00+01:00")).expect(201);
        assertThat(launch.path("text").asText()).isEqualTo("Launch");
        assertThat(launch.path("at").asText()).isEqualTo("2026-03-01T09:00:00.000Z");
        assertThat(launch.path("shared").asBoolean()).isTrue();
        assertThat(launch.path("author")).hasToString("{\"id\":\"" + member.id() + "\",\"name\":\"Pat\"}");
        assertThat(launch.has("createdAt")).isTrue();
        key.patch("/api/workspace", object("timezone", "Europe/Berlin")).expect(200);
        JsonNode sale = key.post("/api/notes", object("text", "Sale", "at", "2026-04-01")).expect(201);
        assertThat(sale.path("at").asText()).isEqualTo("2026-03-31T22:00:00.000Z");
        assertThat(sale.path("author").isNull()).isTrue();
        assertThat(texts(key.get("/api/notes").expect(200))).containsExactly("Sale", "Launch");
        assertThat(texts(key.get("/api/notes?sortOrder=asc").expect(200))).containsExactly("Launch", "Sale");
        assertThat(texts(key.get("/api/notes?start=2026-03-31").expect(200))).containsExactly("Sale");
        assertThat(texts(key.get("/api/notes?start=2026-03-01&end=2026-04-01").expect(200))).containsExactly("Launch");
        assertThat(texts(key.get("/api/notes?end=2026-03-01").expect(200))).isEmpty();
        assertThat(texts(key.get("/api/notes?pageSize=1&page=2").expect(200))).containsExactly("Launch");
        String path = "/api/notes/" + sale.path("id").asText();
        JsonNode later = key.patch(path, object("text", "Big sale", "at", "2026-04-02T00:00:00Z")).expect(200);
        assertThat(later.path("text").asText()).isEqualTo("Big sale");
        assertThat(key.patch(path, object()).expect(200)).isEqualTo(later);
        assertThat(key.delete(path).expect(200)).hasToString("{\"id\":\"" + sale.path("id").asText() + "\"}");
        Errors.isError(key.delete(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "views"})
    void whatIsOfOnePersonNobodyElseSees(String list) {
        String all = made(member, list, "Everybody's", true);
        String own = made(member, list, "My own", false);
        String viewers = made(viewer, list, "The viewer's", false);
        assertThat(ids(member.get("/api/" + list))).containsExactlyInAnyOrder(all, own);
        assertThat(ids(viewer.get("/api/" + list))).containsExactlyInAnyOrder(all, viewers);
        assertThat(ids(key.get("/api/" + list))).containsExactly(all);
        for (String path : List.of("/api/" + list + '/' + viewers, "/api/" + list + '/' + own)) {
            Errors.isError(key.patch(path, object("shared", true)), 404);
            Errors.isError(key.delete(path), 404);
        }
        Errors.isError(member.delete("/api/" + list + '/' + viewers, null), 404);
        Errors.isError(viewer.patch("/api/" + list + '/' + own, object("shared", true)), 404);
        viewer.patch("/api/" + list + '/' + viewers, object("shared", false)).expect(200);
        viewer.delete("/api/" + list + '/' + viewers, null).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "views"})
    void whatAllSeeIsChangedByThoseWhoMayWrite(String list) {
        String all = "/api/" + list + '/' + made(member, list, "Everybody's", true);
        Errors.isError(viewer.post("/api/" + list, body("Not mine to share", null)), 403);
        Errors.isError(viewer.patch(all, object("shared", false)), 403);
        Errors.isError(viewer.delete(all, null), 403);
        String viewers = "/api/" + list + '/' + made(viewer, list, "The viewer's", false);
        Errors.isError(viewer.patch(viewers, object("shared", true)), 403);
        Errors.isError(key.post("/api/" + list, body("Nobody's", false)), 422);
        Errors.isError(key.patch(all, object("shared", false)), 403);
        Person other = Person.join(SERVER, workspace.apiKey(), "member");
        Errors.isError(other.patch(all, object("shared", false)), 403);
        other.patch(all, object("shared", true)).expect(200);
        assertThat(member.patch(all, object("shared", false)).expect(200).path("shared").asBoolean()).isFalse();
        Errors.isError(other.delete(all, null), 404);
        Api reader = SERVER.api(key.post("/api/keys", object("name", "r", "scopes", List.of("analytics.read"))).expect(201).path("key").asText());
        reader.get("/api/" + list).expect(200);
        Errors.isError(reader.post("/api/" + list, body("x", null)), 403);
        Api writer = SERVER.api(key.post("/api/keys", object("name", "w", "scopes", List.of("analytics.write"))).expect(201).path("key").asText());
        writer.post("/api/" + list, body("x", null)).expect(201);
    }

    @Test
    void aNoteThatCannotBeIsRefused() {
        for (Object note : List.of(object(), object("text", "x"), object("at", "2026-01-01"), object("text", " ", "at", "2026-01-01"),
                object("text", "x".repeat(201), "at", "2026-01-01"), object("text", "a\nb", "at", "2026-01-01"),
                object("text", "x", "at", "tomorrow"), object("text", "x", "at", "2026-01-01", "shared", "yes"))) {
            Errors.isError(key.post("/api/notes", note), 422);
        }
        Errors.isError(key.get("/api/notes?start=x"), 422);
        Errors.isError(key.get("/api/notes?startingAfter=note_1"), 422);
    }

    @Test
    void aViewHasANameOnceForEachOwner() {
        JsonNode view = member.post("/api/views", object("name", "Germany", "query", "?interval=30d&country=DE", "shared", true)).expect(201);
        assertThat(view.path("query").asText()).isEqualTo("?interval=30d&country=DE");
        assertThat(view.at("/author/id").asText()).isEqualTo(member.id());
        Errors.isError(key.post("/api/views", body("GERMANY", null)), 409);
        String own = made(member, "views", "Germany", false);
        Errors.isError(member.post("/api/views", body("germany", false)), 409);
        Errors.isError(member.patch("/api/views/" + own, object("shared", true)), 409);
        made(viewer, "views", "Germany", false);
        String other = made(member, "views", "France", true);
        Errors.isError(member.patch("/api/views/" + other, object("name", "germany")), 409);
        assertThat(member.get("/api/views").expect(200).findValuesAsText("name").stream().filter(name -> !name.equals("Pat")).toList())
                .containsExactly("France", "Germany", "Germany");
        assertThat(member.patch("/api/views/" + own, object("name", "Mine", "query", "country=DE")).expect(200).path("query").asText())
                .isEqualTo("country=DE");
        Callable<Integer> create = () -> key.post("/api/views", body("Wanted", null)).status();
        assertThat(AtOnce.all(Collections.nCopies(6, create))).containsOnly(201, 409).containsOnlyOnce(201);
        for (Object wrong : List.of(object(), object("name", "x"), object("query", ""), object("name", "x".repeat(61), "query", ""),
                object("name", "x", "query", "a b"), object("name", "x", "query", "x".repeat(2_001)))) {
            Errors.isError(key.post("/api/views", wrong), 422);
        }
    }

    private static String made(Person person, String list, String name, boolean shared) {
        return person.post("/api/" + list, body(name, shared)).expect(201).path("id").asText();
    }

    private static Object body(String name, Boolean shared) {
        return object("text", name, "at", "2026-01-01", "name", name, "query", "interval=7d", "shared", shared);
    }

    private static List<String> texts(JsonNode notes) {
        return notes.findValuesAsText("text");
    }

    private static List<String> ids(Api.Answer answer) {
        JsonNode rows = answer.expect(200);
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.path("id").asText()).toList();
    }
}
