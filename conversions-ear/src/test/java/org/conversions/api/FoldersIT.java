package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;

/** Folders are made, found, changed and deleted, and links lie in them. */
@OnBothDatabases
class FoldersIT {

    private final Merchant merchant = Merchant.of(FoldersIT.class);
    private final Api api = merchant.api();

    @Test
    void aFolderHasWhatClientsRead() {
        JsonNode folder = expect(201, api.post("/api/folders", object("name", unique("Folder"))));
        Shapes.hasTexts(folder, "id", "name");
        Shapes.hasTimes(folder, "createdAt", "updatedAt");
        assertThat(folder.path("description").isNull()).isTrue();
        assertThat(folder.path("type").asText()).isEqualTo("default");
        assertThat(folder.path("accessLevel").asText()).isEqualTo("write");
        String path = "/api/folders/" + folder.path("id").asText();
        JsonNode changed = expect(200, api.patch(path, object("description", "Words", "accessLevel", null)));
        assertThat(changed.path("name")).isEqualTo(folder.path("name"));
        assertThat(expect(200, api.put(path, object("accessLevel", "write"))).path("description").asText()).isEqualTo("Words");
        Answer refused = api.patch(path, object("accessLevel", "read"));
        Errors.isError(refused, 422);
        assertThat(refused.body()).contains("accessLevel: ");
        assertThat(expect(200, api.get(path)).path("accessLevel").asText()).isEqualTo("write");
    }

    @Test
    void aFolderThatCannotBeIsRefused() {
        String name = unique("Twice");
        expect(201, api.post("/api/folders", object("name", name)));
        Errors.isError(api.post("/api/folders", object("name", name)), 409);
        JsonNode other = expect(201, api.post("/api/folders", object("name", unique("other"))));
        Errors.isError(api.patch("/api/folders/" + other.path("id").asText(), object("name", name)), 409);
        Errors.isError(api.patch("/api/folders/" + other.path("id").asText(), object("name", null)), 422);
        for (Object body : List.of(object(), object("name", ""), object("name", "x".repeat(191)), object("name", 5),
                object("name", unique("n"), "accessLevel", "all"), object("name", unique("n"), "type", "huge"),
                object("name", unique("n"), "type", null), object("name", unique("n"), "description", "x".repeat(2_001)))) {
            Errors.isError(api.post("/api/folders", body), 422);
        }
        Errors.isError(api.get("/api/folders/fold_unknown"), 404);
        Errors.isError(api.patch("/api/folders/fold_unknown", object("name", "x")), 404);
        Errors.isError(api.delete("/api/folders/fold_unknown"), 404);
    }

    @Test
    void foldersAreFoundAndWalkedByPage() {
        String word = unique("walk");
        List<String> ids = List.of("a", "b", "c").stream().map(letter -> expect(201, api.post("/api/folders",
                object("name", word + letter))).path("id").asText()).toList();
        assertThat(Walk.byPage(api, "/api/folders?pageSize=2&search=" + word.toUpperCase()))
                .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void theLinksOfADeletedFolderStay() {
        String folder = expect(201, api.post("/api/folders", object("name", unique("gone")))).path("id").asText();
        JsonNode link = merchant.link("folderId", folder);
        assertThat(expect(200, api.delete("/api/folders/" + folder))).hasToString("{\"id\":\"" + folder + "\"}");
        assertThat(merchant.read(link).path("folderId").isNull()).isTrue();
        Errors.isError(api.patch("/api/links/" + link.path("id").asText(), object("folderId", folder)), 422);
    }
}
