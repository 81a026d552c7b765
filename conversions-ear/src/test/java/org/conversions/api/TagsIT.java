package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;

/** Tags are made, found, changed and deleted, and links have them. */
@OnBothDatabases
class TagsIT {

    private final Merchant merchant = Merchant.of(TagsIT.class);
    private final Api api = merchant.api();

    @Test
    void aTagHasANameAndAColor() {
        String name = unique("Tag ");
        JsonNode tag = expect(201, api.post("/api/tags", object("name", "  " + name + " ", "color", "pink")));
        Shapes.hasTexts(tag, "id", "name", "color");
        assertThat(tag.path("name").asText()).isEqualTo(name);
        JsonNode old = expect(201, api.post("/api/tags", object("tag", unique("old"))));
        assertThat(old.path("color").asText()).isIn("red", "yellow", "green", "blue", "purple", "brown", "gray", "pink");
        String path = "/api/tags/" + tag.path("id").asText();
        assertThat(expect(200, api.patch(path, object("color", "blue"))).path("name").asText()).isEqualTo(name);
        JsonNode renamed = expect(200, api.put(path, object("name", name.toUpperCase())));
        assertThat(renamed.path("name").asText()).isEqualTo(name.toUpperCase());
        assertThat(renamed.path("color").asText()).isEqualTo("blue");
    }

    @Test
    void aTagThatCannotBeIsRefused() {
        String name = unique("Twice");
        JsonNode tag = expect(201, api.post("/api/tags", object("name", name)));
        Errors.isError(api.post("/api/tags", object("name", name.toLowerCase())), 409);
        JsonNode other = expect(201, api.post("/api/tags", object("name", unique("other"))));
        Errors.isError(api.patch("/api/tags/" + other.path("id").asText(), object("name", name.toUpperCase())), 409);
        for (Object body : List.of(object(), object("name", ""), object("name", " "), object("name", "x".repeat(191)),
                object("name", "a\nb"), object("name", unique("n"), "color", "black"), object("name", 5))) {
            Errors.isError(api.post("/api/tags", body), 422);
        }
        Errors.isError(api.patch("/api/tags/tag_unknown", object("color", "red")), 404);
        Errors.isError(api.delete("/api/tags/tag_unknown"), 404);
        Errors.isError(api.get("/api/tags?sortBy=color"), 422);
        assertThat(expect(200, api.get("/api/tags?ids=" + tag.path("id").asText()))).hasSize(1);
    }

    @Test
    void tagsAreListedByNameFoundByWordsAndWalkedByPage() {
        String word = unique("walk");
        List<String> ids = List.of("b", "a", "C").stream().map(letter -> expect(201, api.post("/api/tags",
                object("name", word + letter))).path("id").asText()).toList();
        String list = "/api/tags?pageSize=2&search=" + word.toUpperCase();
        assertThat(Walk.byPage(api, list)).containsExactly(ids.get(1), ids.get(0), ids.get(2));
        assertThat(Walk.byPage(api, list + "&sortBy=name&sortOrder=desc")).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        assertThat(Walk.byPage(api, list + "&sortBy=createdAt&sortOrder=desc")).first().isIn(ids);
        assertThat(Walk.ids(api.get("/api/tags?ids=" + ids.get(0) + "%2C" + ids.get(1)))).containsExactly(ids.get(1), ids.get(0));
        assertThat(Walk.ids(api.get("/api/tags?ids=" + ids.get(0) + "&ids=" + ids.get(2)))).hasSize(2);
    }

    @Test
    void aLinkStaysWhenItsTagIsDeleted() {
        String tag = expect(201, api.post("/api/tags", object("name", unique("gone")))).path("id").asText();
        JsonNode link = merchant.link("tagIds", List.of(tag));
        assertThat(link.path("tags")).hasSize(1);
        assertThat(expect(200, api.delete("/api/tags/" + tag))).hasToString("{\"id\":\"" + tag + "\"}");
        assertThat(merchant.read(link).path("tags")).isEmpty();
        assertThat(expect(200, api.get("/api/links?tagIds=" + tag))).isEmpty();
        Errors.isError(api.delete("/api/tags/" + tag), 404);
    }

    @Test
    void aNameThatIsWantedByManyAtOnceIsGivenOnce() {
        String name = unique("wanted");
        Callable<Integer> create = () -> api.post("/api/tags", object("name", name)).status();
        assertThat(AtOnce.all(Collections.nCopies(8, create))).containsOnly(201, 409).containsOnlyOnce(201);
    }
}
