package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;

/** Many links in one request. */
@OnBothDatabases
class LinksBulkIT {

    private static final String BULK = "/api/links/bulk";

    private final Merchant merchant = Merchant.of(LinksBulkIT.class);
    private final Api api = merchant.api();

    @Test
    void aHundredLinksAreMadeAtOnceAndLeadSomewhere() {
        String tag = expect(201, api.post("/api/tags", object("name", unique("bulk")))).path("id").asText();
        List<Object> bodies = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> bodies.add(object("url", "https://shop.example/" + i, "tagIds", tag)));
        JsonNode links = expect(200, api.post(BULK, bodies));
        assertThat(links).hasSize(100);
        for (int i = 0; i < 100; i++) {
            Shapes.isLink(links.path(i));
            assertThat(links.path(i).path("url").asText()).isEqualTo("https://shop.example/" + i);
            assertThat(links.path(i).path("tagId").asText()).isEqualTo(tag);
        }
        assertThat(links.findValuesAsText("key").stream().distinct()).hasSize(100);
        assertThat(new Visitor().isSentTo("/" + links.path(99).path("key").asText())).isEqualTo("https://shop.example/99");
        assertThat(expect(200, api.get("/api/links?tagIds=" + tag))).hasSize(100);
        bodies.add(object("url", "https://shop.example/"));
        Errors.isError(api.post(BULK, bodies), 422);
        Errors.isError(api.post(BULK, List.of()), 422);
        Errors.isError(api.post(BULK, object("url", "https://shop.example/")), 422);
    }

    @Test
    void theLinksThatCannotBeMadeAreSaidWhyNotAndTheOthersAreMade() {
        String taken = merchant.link().path("key").asText();
        String key = unique("k");
        String external = unique("e");
        JsonNode results = expect(200, api.post(BULK, "[{\"url\":\"https://a.example\",\"key\":\"" + taken + "\"},"
                + "{\"url\":\"https://a.example\",\"key\":\"" + key + "\",\"externalId\":\"" + external + "\"},"
                + "{\"url\":\"https://a.example\",\"key\":\"" + key + "\"},"
                + "{\"url\":\"https://a.example\",\"externalId\":\"" + external + "\"},"
                + "{\"url\":\"javascript:x\"}, {\"url\":5}, 7, {}, {\"url\":\"https://a.example\",\"keyLength\":1},"
                + "{\"url\":\"https://a.example\",\"tagIds\":\"tag_unknown\"},"
                + "{\"url\":\"https://a.example\",\"partnerId\":\"pn_unknown\"}]"));
        Shapes.isLink(results.path(1));
        List<String> codes = new ArrayList<>();
        for (JsonNode result : results) {
            codes.add(result.path("code").asText("made"));
            assertThat(result.has("error")).isNotEqualTo(result.has("id"));
        }
        assertThat(codes).containsExactly("conflict", "made", "conflict", "conflict", "unprocessable_entity",
                "unprocessable_entity", "unprocessable_entity", "unprocessable_entity", "unprocessable_entity",
                "unprocessable_entity", "unprocessable_entity");
        assertThat(results.path(0).path("link").path("key").asText()).isEqualTo(taken);
        assertThat(results.path(0).path("error").asText()).contains("key");
    }

    @Test
    void aPartnersLinkCanBeAmongThem() {
        JsonNode partner = expect(201, api.post("/api/partners",
                object("email", unique("p") + "@partners.example", "tenantId", unique("t"))));
        String id = partner.path("id").asText();
        JsonNode links = expect(200, api.post(BULK, List.of(object("url", "https://a.example", "partnerId", id),
                object("url", "https://a.example", "programId", partner.path("programId").asText(), "tenantId",
                        partner.path("tenantId").asText()),
                object("url", "https://a.example", "partnerId", id, "programId", "prog_other"))));
        for (int i = 0; i < 2; i++) {
            assertThat(links.path(i).path("partnerId").asText()).isEqualTo(id);
            assertThat(links.path(i).path("trackConversion").asBoolean()).isTrue();
        }
        assertThat(links.path(2).path("code").asText()).isEqualTo("unprocessable_entity");
        String path = "/api/links/" + links.path(0).path("id").asText();
        Errors.isError(api.patch(path, object("partnerId", null)), 422);
        Errors.isError(api.patch(path, object("programId", "prog_other")), 422);
        expect(200, api.patch(path, object("partnerId", id, "comments", "the same partner")));
        Errors.isError(api.post(path + "/transfer", object("newWorkspaceId", links.path(0).path("workspaceId").asText(),
                "token", "dub_unknown")), 403);
    }

    @Test
    void manyLinksAreChangedInTheSameWayOrNone() {
        String tag = expect(201, api.post("/api/tags", object("name", unique("many")))).path("id").asText();
        JsonNode a = merchant.link("externalId", unique("e"), "tagIds", tag);
        JsonNode b = merchant.link("externalId", unique("e"));
        List<String> ids = List.of(b.path("id").asText(), a.path("id").asText());
        JsonNode changed = expect(200, api.patch(BULK, object("linkIds", ids, "externalIds", List.of("unknown"),
                "data", object("comments", "both", "utm_source", "bulk", "tagIds", List.of(tag)))));
        assertThat(changed.findValuesAsText("comments")).containsExactly("both", "both");
        assertThat(changed.path(0).path("id")).isEqualTo(b.path("id"));
        changed.forEach(Shapes::isLink);
        assertThat(changed.findValuesAsText("tagId")).containsExactly(tag, tag);
        assertThat(changed.path(1).path("url").asText()).isEqualTo("https://shop.example/?utm_source=bulk");
        JsonNode byExternal = expect(200, api.patch(BULK, object("externalIds", List.of(a.path("externalId").asText(),
                "ext_" + b.path("externalId").asText()), "data", object("archived", true))));
        assertThat(byExternal.findValuesAsText("archived")).containsExactly("true", "true");
        assertThat(expect(200, api.patch(BULK, object("linkIds", List.of(a.path("id").asText(),
                "ext_" + a.path("externalId").asText()), "data", object("archived", false)))))
                .as("a link that is named twice").singleElement().extracting(link -> link.path("id")).isEqualTo(a.path("id"));
        Errors.isError(api.patch(BULK, object("linkIds", List.of(ids.get(0), "link_unknown"), "data", object("comments", "x"))), 404);
        for (Object data : List.of(object("key", "x"), object("domain", "x"), object("externalId", "x"), object("url", "x"),
                object("partnerId", "x"), List.of(), "x")) {
            Errors.isError(api.patch(BULK, object("linkIds", ids, "data", data)), 422);
        }
        Errors.isError(api.patch(BULK, object("data", object("comments", "x"))), 422);
        Errors.isError(api.patch(BULK, object("linkIds", Collections.nCopies(101, ids.get(0)), "data", object())), 422);
        assertThat(merchant.read(a).path("comments").asText()).isEqualTo("both");
    }

    @Test
    void manyLinksAreDeletedAndThoseThatAreUnknownPassedOver() {
        String a = merchant.link().path("id").asText();
        String b = merchant.link().path("id").asText();
        JsonNode c = merchant.link("externalId", unique("e"));
        assertThat(expect(200, api.delete(BULK + "?linkIds=" + a + "%2C" + b + ",link_unknown"))).hasToString("{\"deletedCount\":2}");
        assertThat(expect(200, api.delete(BULK + "?linkIds=" + a + "&linkIds=ext_" + c.path("externalId").asText())))
                .hasToString("{\"deletedCount\":1}");
        for (String id : List.of(a, b, c.path("id").asText())) {
            Errors.isError(api.get("/api/links/" + id), 404);
        }
        assertThat(new Visitor().opens("/" + c.path("key").asText()).status()).isEqualTo(404);
        Errors.isError(api.delete(BULK), 422);
        Errors.isError(api.delete(BULK + "?linkIds=" + "x,".repeat(50) + String.join(",",
                IntStream.range(0, 101).mapToObj(i -> "link_" + i).toList())), 422);
    }

    @Test
    void requestsForTheSameKeysAtOnceMakeEachLinkOnce() {
        String word = unique("race");
        Callable<List<String>> create = () -> expect(200, api.post(BULK, IntStream.range(0, 10)
                .mapToObj(i -> object("url", "https://a.example", "key", word + i)).toList())).findValuesAsText("id");
        List<String> made = AtOnce.all(Collections.nCopies(6, create)).stream().flatMap(List::stream).toList();
        assertThat(made).hasSize(10).doesNotHaveDuplicates();
    }
}
