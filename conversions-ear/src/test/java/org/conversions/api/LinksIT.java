package org.conversions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are made, read, changed and deleted. */
class LinksIT {

    private final Merchant merchant = new Merchant();
    private final Api api = merchant.api();

    @Test
    void aNewLinkHasEverythingThatClientsRead() {
        JsonNode link = merchant.link("utm_source", "news", "ref", "home", "comments", "For the autumn");
        Shapes.isLink(link);
        assertThat(link.path("key").asText()).matches("[0-9A-Za-z]{7}");
        assertThat(link.path("domain").asText()).isEqualTo("localhost:" + ConversionsServer.shared().port());
        assertThat(link.path("shortLink").asText())
                .isEqualTo(ConversionsServer.shared().base() + "/" + link.path("key").asText());
        assertThat(link.path("url").asText()).isEqualTo("https://shop.example/?utm_source=news&ref=home");
        assertThat(link.path("utm_source").asText()).isEqualTo("news");
        assertThat(link.path("clicks").asLong()).isZero();
    }

    @Test
    void aLinkIsFoundByItsIdByTheMerchantsOwnIdAndByItsAddress() {
        String own = unique("order/7 ");
        JsonNode link = merchant.link("externalId", own);
        String id = link.path("id").asText();
        String address = "domain=" + link.path("domain").asText() + "&key=" + link.path("key").asText();
        String encoded = own.replace("/", "%2F").replace(" ", "%20");
        for (String path : List.of("/" + id, "/ext_" + encoded, "/info?linkId=" + id, "/info?linkId=ext_" + encoded,
                "/info?externalId=" + encoded, "/info?externalId=ext_" + encoded, "/info?" + address)) {
            assertThat(expect(200, api.get("/api/links" + path)).path("id").asText()).as(path).isEqualTo(id);
        }
    }

    @Test
    void theKeyCanBeChosenGivenALengthOrAFolder() {
        assertThat(merchant.link("keyLength", 12).path("key").asText()).hasSize(12);
        assertThat(merchant.link("prefix", "autumn/sale").path("key").asText()).startsWith("autumn/sale/");
        String key = unique("Chosen.key-_");
        assertThat(merchant.link("key", key).path("key").asText()).isEqualTo(key);
    }

    @Test
    void patchAndPutLeaveWhatIsNotNamedAndClearWhatIsNull() {
        JsonNode link = merchant.link("comments", "old", "externalId", unique("ext"), "utm_source", "news");
        String path = "/api/links/" + link.path("id").asText();
        JsonNode patched = expect(200, api.patch(path, object("comments", null, "utm_source", null)));
        Shapes.isLink(patched);
        assertThat(patched.path("comments").isNull()).isTrue();
        assertThat(patched.path("url").asText()).isEqualTo("https://shop.example/");
        assertThat(patched.path("externalId")).isEqualTo(link.path("externalId"));
        assertThat(patched.path("trackConversion").asBoolean()).isTrue();
        JsonNode put = expect(200, api.put(path, object("archived", true)));
        assertThat(put.path("archived").asBoolean()).isTrue();
        assertThat(put.path("url").asText()).isEqualTo("https://shop.example/");
        assertThat(expect(200, api.patch(path, object())).path("updatedAt")).isEqualTo(put.path("updatedAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"url\":null}", "{\"key\":null}", "{\"key\":\"api\"}", "{\"url\":\"javascript:alert(1)\"}",
        "{\"trackConversion\":\"yes\"}", "{\"domain\":\"other.example\"}", "{\"keyLength\":9}", "[]"})
    void aChangeThatCannotBeChangesNothing(String change) {
        JsonNode link = merchant.link();
        isRefused(api.patch("/api/links/" + link.path("id").asText(), change), 422);
        assertThat(merchant.read(link)).isEqualTo(link);
    }

    @Test
    void aDeletedLinkIsGoneAndItsKeyIsFree() {
        String own = unique("ext");
        JsonNode link = merchant.link("externalId", own);
        String id = link.path("id").asText();
        assertThat(expect(200, api.delete("/api/links/ext_" + own))).hasToString("{\"id\":\"" + id + "\"}");
        isRefused(api.get("/api/links/" + id), 404);
        isRefused(api.patch("/api/links/" + id, object("comments", "x")), 404);
        isRefused(api.delete("/api/links/" + id), 404);
        assertThat(merchant.link("key", link.path("key").asText(), "externalId", own).path("id").asText()).isNotEqualTo(id);
    }

    @Test
    void aKeyAndAnOwnIdAreTakenOnce() {
        JsonNode link = merchant.link("externalId", unique("ext"));
        String url = "https://shop.example/";
        isRefused(api.post("/api/links", object("url", url, "key", link.path("key").asText())), 409);
        isRefused(api.post("/api/links", object("url", url, "externalId", link.path("externalId").asText())), 409);
        isRefused(api.patch("/api/links/" + merchant.link().path("id").asText(),
                object("key", link.path("key").asText())), 409);
    }

    @Test
    void ofManyWhoWantOneKeyAtOnceExactlyOneGetsIt() {
        String key = unique("wanted");
        Callable<Integer> create =
                () -> api.post("/api/links", object("url", "https://shop.example/", "key", key)).status();
        List<Integer> answers = AtOnce.all(Collections.nCopies(16, create));
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "api/x", "app", "App/x", "health", "metrics", "openapi", "oauth/authorize", "WEB-INF/x",
        ".well-known/x", "favicon.ico", "robots.txt"})
    void theApplicationsOwnAddressesAreNoKeys(String key) {
        isRefused(api.post("/api/links", object("url", "https://shop.example/", "key", key)), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a//b", "/a", "a/", "..", "a/../b", "a?b", "a#b", "a%20b", "a\u0000b", "a\nb",
        "<b>", "a\\b", "😀"})
    void whatCannotBeAnAddressIsNoKey(String key) {
        isRefused(api.post("/api/links", object("url", "https://shop.example/", "key", key)), 422);
        isRefused(api.post("/api/links", object("url", "https://shop.example/", "key", key + "x".repeat(191))), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "ftp://a.example", "data:text/html,x",
        "file:///etc/passwd", "/relative", "//a.example", "a.example", "https://", "https:///x", "https://user@a.example",
        "https://user:pw@a.example", "https://a.example:99999", "https://a b.example", "https://a.example/\nx",
        "https://a.example/\u0000", "https://[::1", "http://%61.example/"})
    void aDestinationMustBeAWebAddress(String url) {
        isRefused(api.post("/api/links", object("url", url)), 422);
    }

    @Test
    void aDestinationIsNeitherALoopNorEndless() {
        isRefused(api.post("/api/links", object("url", ConversionsServer.shared().base() + "/x")), 422);
        isRefused(api.post("/api/links", object("url",
                ConversionsServer.shared().base().toString().replace("localhost", "LOCALHOST") + "/x")), 422);
        String start = "https://a.example/";
        assertThat(merchant.link("url", start + "x".repeat(32_000 - start.length())).path("url").asText()).hasSize(32_000);
        isRefused(api.post("/api/links", object("url", start + "x".repeat(32_001 - start.length()))), 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"url | 5", "url | null", "trackConversion | \"true\"", "trackConversion | 1",
        "comments | {}", "keyLength | 2", "keyLength | 191", "keyLength | 1.5", "keyLength | 99999999999",
        "externalId | \"\"", "password | \"x\"", "expiresAt | \"2026-01-01\"", "geo | {\"DE\":\"https://a.example\"}",
        "tagIds | [\"x\"]", "proxy | true", "partnerId | \"pn_1\"", "domain | \"other.example\""})
    void aFieldThatIsWrongOrNotThereYetIsNamed(String field, String value) {
        String base = field.equals("url") ? "{" : "{\"url\":\"https://shop.example/\",";
        Answer answer = api.post("/api/links", base + "\"" + field + "\":" + value + "}");
        isRefused(answer, 422);
        assertThat(answer.json().path("error").path("message").asText()).contains(field);
    }

    @Test
    void whatAClientSendsEmptyAsksForNothing() {
        Shapes.isLink(merchant.link("password", null, "geo", null, "tagIds", List.of(), "proxy", false, "webhookIds",
                List.of(), "unknownToThisServer", 1));
    }

    @Test
    void pagesAndCursorsWalkOverAllLinksOnceUntilAnEmptyPage() {
        String word = unique("walk").toLowerCase();
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> merchant.link("key", word + i).path("id").asText()).toList();
        List<String> newestFirst = ids.stream().sorted(Collections.reverseOrder()).toList();
        String list = "/api/links?pageSize=2&search=" + word;
        assertThat(expect(200, api.get("/api/links/count?search=" + word)).asInt()).isEqualTo(5);
        assertThat(Walk.byPage(api, list)).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.byCursor(api, list)).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.byCursor(api, list + "&page=3")).containsExactlyElementsOf(newestFirst);
        assertThat(Walk.ids(api.get(list + "&endingBefore=" + ids.get(0)))).containsExactly(ids.get(2), ids.get(1));
        api.get(list).json().forEach(Shapes::isLink);
    }

    @Test
    void theSearchTakesItsWordsLiterallyAndArchivedLinksAreHidden() {
        String word = unique("w").toLowerCase();
        JsonNode link = merchant.link("url", "https://shop.example/" + word + "_a");
        String list = "/api/links?search=" + word;
        assertThat(Walk.ids(api.get(list.toUpperCase().replace("/API/LINKS?SEARCH", "/api/links?search")))).hasSize(1);
        assertThat(Walk.ids(api.get(list + "%25a"))).isEmpty();
        assertThat(Walk.ids(api.get(list + "_a"))).hasSize(1);
        expect(200, api.patch("/api/links/" + link.path("id").asText(), object("archived", true)));
        assertThat(Walk.ids(api.get(list))).isEmpty();
        assertThat(Walk.ids(api.get(list + "&showArchived=true"))).hasSize(1);
    }

    private static void isRefused(Answer answer, int status) {
        Errors.isError(answer, status);
    }
}
