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
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are made, read, changed and deleted. */
@OnBothDatabases
class LinksIT {

    private final Merchant merchant = Merchant.of(LinksIT.class);
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
        "externalId | \"\"", "expiresAt | \"tomorrow\"", "expiresAt | 5", "expiredUrl | \"javascript:x\"",
        "geo | {\"DE\":\"ftp://a.example\"}", "geo | {\"XX\":\"https://a.example\"}", "geo | {\"de\":\"https://a.example\"}",
        "geo | []", "ios | \"a.example\"", "android | \"market://details\"", "image | \"data:image/png;base64,AAAA\"",
        "video | \"x\"", "tagIds | [\"tag_unknown\"]", "tagNames | \"unknown\"", "tagId | \"tag_unknown\"",
        "folderId | \"fold_unknown\"", "partnerId | \"pn_1\"", "programId | \"prog_1\"", "domain | \"other.example\"",
        "webhookIds | [\"wh_1\"]", "password | 5", "disabled | \"yes\"", "testVariants | [{\"url\":\"https://a.example\",\"percentage\":50}]"})
    void aFieldThatIsWrongIsNamed(String field, String value) {
        String base = field.equals("url") ? "{" : "{\"url\":\"https://shop.example/\",";
        Answer answer = api.post("/api/links", base + "\"" + field + "\":" + value + "}");
        isRefused(answer, 422);
        assertThat(answer.json().path("error").path("message").asText())
                .contains(field.equals("tagId") ? "tagIds" : field.equals("programId") ? "partner" : field);
    }

    @Test
    void aLinkKeepsEverythingThatIsSaidOfIt() {
        String tag = expect(201, api.post("/api/tags", object("name", unique("tag"), "color", "green"))).path("id").asText();
        String folder = expect(201, api.post("/api/folders", object("name", unique("folder")))).path("id").asText();
        JsonNode link = merchant.link("expiresAt", "2020-01-01T01:00:00+01:00", "expiredUrl", "https://a.example/late",
                "password", "opensesame", "title", "Title", "description", "Words", "image", "https://a.example/i.png",
                "video", "https://a.example/v.mp4", "proxy", true, "rewrite", true, "doIndex", true, "publicStats", false,
                "ios", "https://apps.example/ios", "android", "https://apps.example/android",
                "geo", object("DE", "https://müller.example/de", "AT", "https://a.example/at"),
                "tagIds", List.of(tag), "folderId", folder, "disabled", true, "testVariants",
                List.of(object("url", "https://a.example/1", "percentage", 10),
                        object("url", "https://a.example/2", "percentage", 90)), "testCompletedAt", "2030-01-01");
        Shapes.isLink(link);
        assertThat(link.path("expiresAt").asText()).isEqualTo("2020-01-01T00:00:00.000Z");
        assertThat(link.path("password").asText()).isEqualTo("opensesame");
        assertThat(link.path("geo")).hasToString(
                "{\"AT\":\"https://a.example/at\",\"DE\":\"https://xn--mller-kva.example/de\"}");
        assertThat(link.path("tags").path(0).path("color").asText()).isEqualTo("green");
        assertThat(link.path("tagId").asText()).isEqualTo(tag);
        assertThat(link.path("folderId").asText()).isEqualTo(folder);
        assertThat(link.path("testVariants").path(1).path("percentage").asInt()).isEqualTo(90);
        Shapes.hasTimes(link, "disabledAt", "testStartedAt", "testCompletedAt");
        assertThat(merchant.read(link)).isEqualTo(link);
        String path = "/api/links/" + link.path("id").asText();
        assertThat(expect(200, api.patch(path, link)).path("updatedAt")).isEqualTo(link.path("updatedAt"));
        isRefused(api.patch(path, object("trackConversion", false)), 422);
        isRefused(api.patch(path, object("testCompletedAt", null)), 422);
        JsonNode cleared = expect(200, api.patch(path, object("expiresAt", null, "expiredUrl", "", "password", null, "geo", null,
                "tagIds", List.of(), "folderId", null, "disabled", false, "testVariants", null, "proxy", false, "ios", null)));
        Shapes.isLink(cleared);
        for (String field : List.of("expiresAt", "expiredUrl", "password", "geo", "tagId", "folderId", "disabledAt",
                "testVariants", "ios")) {
            assertThat(cleared.path(field).isNull()).as(field).isTrue();
        }
        assertThat(cleared.path("tags")).isEmpty();
        assertThat(cleared.path("title").asText()).isEqualTo("Title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"testVariants | [%1$s]", "testVariants | [%1$s,%1$s,%1$s,%1$s,%1$s]",
        "testVariants | [%1$s,{\"url\":\"https://a.example\",\"percentage\":91}]",
        "testVariants | [%1$s,{\"url\":\"https://a.example\",\"percentage\":9}]", "testVariants | [%1$s,{\"percentage\":50}]",
        "testVariants | [%1$s,{\"url\":\"ftp://a.example\",\"percentage\":50}]"})
    void aTestHasTwoToFourDestinationsWithWeights(String field, String value) {
        String variant = "{\"url\":\"https://a.example\",\"percentage\":50}";
        isRefused(api.post("/api/links", "{\"url\":\"https://a.example\",\"trackConversion\":true,"
                + "\"testCompletedAt\":\"2030-01-01\",\"" + field + "\":" + String.format(value, variant) + "}"), 422);
    }

    @Test
    void aTestMustEndAfterItBegan() {
        List<Object> variants = List.of(object("url", "https://a.example/1", "percentage", 50),
                object("url", "https://a.example/2", "percentage", 50));
        isRefused(api.post("/api/links", object("url", "https://a.example", "trackConversion", true, "testVariants", variants)),
                422);
        isRefused(api.post("/api/links", object("url", "https://a.example", "trackConversion", true, "testVariants", variants,
                "testStartedAt", "2030-01-02", "testCompletedAt", "2030-01-01")), 422);
        isRefused(api.post("/api/links", object("url", "https://a.example", "testVariants", variants,
                "testCompletedAt", "2030-01-01")), 422);
    }

    @Test
    void anUpsertChangesTheLinkWithTheSameDestinationKeyOrExternalId() {
        String url = "https://shop.example/" + unique("upsert") + "/ü";
        JsonNode made = expect(200, api.put("/api/links/upsert", object("url", url, "comments", "one", "prefix", "p")));
        Shapes.isLink(made);
        JsonNode again = expect(200, api.put("/api/links/upsert", object("url", url, "comments", "two", "prefix", "p")));
        assertThat(again.path("id")).isEqualTo(made.path("id"));
        assertThat(again.path("key")).isEqualTo(made.path("key"));
        assertThat(again.path("comments").asText()).isEqualTo("two");
        JsonNode byKey = expect(200, api.put("/api/links/upsert",
                object("url", url + "2", "key", made.path("key").asText())));
        assertThat(byKey.path("id")).isEqualTo(made.path("id"));
        assertThat(byKey.path("url").asText()).endsWith("%C3%BC2");
        String external = unique("ext");
        JsonNode other = expect(200, api.put("/api/links/upsert", object("url", url + "2", "externalId", external)));
        assertThat(other.path("id")).isNotEqualTo(made.path("id"));
        JsonNode moved = expect(200, api.patch("/api/links/update", object("url", url + "3", "externalId", external)));
        assertThat(moved.path("id")).isEqualTo(other.path("id"));
        isRefused(api.put("/api/links/upsert", object("comments", "no url")), 422);
        isRefused(api.put("/api/links/upsert", object("url", url, "domain", "other.example", "key", "x")), 422);
    }

    @Test
    void manyUpsertsOfOneDestinationAtOnceMakeOneLink() {
        for (String by : List.of("url", "externalId", "key", "url", "url")) {
            String word = unique("at-once");
            Callable<String> upsert = () -> expect(200, api.put("/api/links/upsert", by.equals("url")
                    ? object("url", "https://shop.example/" + word)
                    : object("url", "https://shop.example/" + word, by, word))).path("id").asText();
            assertThat(AtOnce.all(Collections.nCopies(12, upsert)).stream().distinct()).as(by).hasSize(1);
        }
    }

    @Test
    void anAddressIsTakenOrFree() {
        JsonNode link = merchant.link();
        String domain = link.path("domain").asText();
        assertThat(api.get("/api/links/exists?domain=" + domain + "&key=" + link.path("key").asText()).body()).isEqualTo("true");
        assertThat(api.get("/api/links/exists?domain=" + domain + "&key=" + unique("free")).body()).isEqualTo("false");
        isRefused(api.get("/api/links/exists?domain=" + domain), 422);
        isRefused(api.get("/api/links/exists?domain=other.example&key=a"), 404);
        Shapes.isLink(expect(200, api.get("/api/links/random?domain=" + domain)));
        isRefused(api.get("/api/links/random?domain=none.example"), 404);
    }

    @Test
    void aLinkGoesToAnotherWorkspaceOnlyWithItsConsent() {
        String path = "/api/links/" + merchant.link().path("id").asText() + "/transfer";
        isRefused(api.post(path, object()), 422);
        isRefused(api.post(path, object("newWorkspaceId", "ws_other")), 422);
        isRefused(api.post(path, object("newWorkspaceId", "ws_other", "token", "dub_unknown")), 403);
        isRefused(api.post(path, object("newWorkspaceId", "ws_other", "token", merchant.workspace().apiKey())), 403);
        JsonNode mine = merchant.link();
        isRefused(api.post(path, object("newWorkspaceId", mine.path("workspaceId").asText(),
                "token", merchant.workspace().publishableKey())), 403);
        isRefused(api.post(path, object("newWorkspaceId", mine.path("workspaceId").asText(), "token", merchant.workspace().apiKey())), 422);
    }

    @Test
    void linksAreFilteredAndCountedByTagFolderDomainAndTenant() {
        String word = unique("count").toLowerCase();
        String tag = expect(201, api.post("/api/tags", object("name", word + " Tag"))).path("id").asText();
        String other = expect(201, api.post("/api/tags", object("name", word + " other"))).path("id").asText();
        String folder = expect(201, api.post("/api/folders", object("name", word))).path("id").asText();
        String a = merchant.link("key", word + "a", "tagNames", List.of(word + " TAG"), "tenantId", word).path("id").asText();
        String b = merchant.link("key", word + "b", "tagIds", tag + "," + other, "folderId", folder).path("id").asText();
        String c = merchant.link("key", word + "c").path("id").asText();
        for (String[] expected : List.of(new String[] {"tagId=" + tag, b, a}, new String[] {"tagIds=" + other, b},
                new String[] {"tagIds=" + tag + "%2C" + other, b, a}, new String[] {"tagIds=" + tag + "&tagIds=" + other, b, a},
                new String[] {"tagNames=" + word + "%20tag", b, a}, new String[] {"tagNames=unknown"},
                new String[] {"folderId=" + folder, b}, new String[] {"tenantId=" + word, a},
                new String[] {"withTags=true", b, a}, new String[] {"userId=user_1"}, new String[] {"", c, b, a},
                new String[] {"domain=LOCALHOST:" + ConversionsServer.shared().port(), c, b, a},
                new String[] {"domain=other.example"})) {
            String query = "?search=" + word + "&" + expected[0];
            List<String> ids = List.of(expected).subList(1, expected.length);
            assertThat(Walk.ids(api.get("/api/links" + query))).as(query).containsExactlyElementsOf(ids);
            assertThat(api.get("/api/links/count" + query).body()).as(query).isEqualTo(String.valueOf(ids.size()));
        }
        String count = "/api/links/count?search=" + word + "&groupBy=";
        assertThat(api.get(count + "tagId").json().findValuesAsText("tagId")).containsExactly(tag, other);
        assertThat(api.get(count + "tagId").json().findValuesAsText("_count")).containsExactly("2", "1");
        assertThat(api.get(count + "domain").json().path(0).path("_count").asInt()).isEqualTo(3);
        assertThat(api.get(count + "folderId").json().findValuesAsText("_count")).containsExactly("2", "1");
        assertThat(api.get(count + "userId").json().path(0).path("userId").isNull()).isTrue();
        isRefused(api.get(count + "x"), 422);
    }

    @Test
    void whatAClientSendsEmptyAsksForNothing() {
        Shapes.isLink(merchant.link("password", null, "geo", null, "tagIds", List.of(), "proxy", false, "webhookIds",
                List.of(), "unknownToThisServer", 1, "partnerId", null, "programId", null, "title", "", "comments", "",
                "testVariants", List.of(), "folderId", null));
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
        assertThat(Walk.byCursor(api, list + "&sortOrder=asc")).containsExactlyElementsOf(ids);
        for (String mixture : List.of("&page=1&startingAfter=", "&page=3&endingBefore=", "&endingBefore=link_1&startingAfter=")) {
            isRefused(api.get(list + mixture + ids.get(2)), 422);
        }
        isRefused(api.get(list + "&sortBy=clicks&startingAfter=" + ids.get(2)), 422);
        assertThat(Walk.ids(api.get(list + "&endingBefore=" + ids.get(0)))).containsExactly(ids.get(2), ids.get(1));
        api.get(list).json().forEach(Shapes::isLink);
    }

    @Test
    void linksAreListedByTheirFigures() {
        String word = unique("order").toLowerCase();
        String tag = expect(201, api.post("/api/tags", object("name", word))).path("id").asText();
        String folder = expect(201, api.post("/api/folders", object("name", word))).path("id").asText();
        List<JsonNode> links = IntStream.range(0, 3).mapToObj(i -> merchant.link("key", word + i, "tagIds", List.of(tag), "folderId", folder)).toList();
        List<String> ids = links.stream().map(link -> link.path("id").asText()).toList();
        merchant.click(links.get(1));
        merchant.click(links.get(1));
        expect(200, merchant.lead(merchant.click(links.get(0)), unique("user")));
        for (String filter : List.of("search=" + word, "tagIds=" + tag, "tagNames=" + word, "folderId=" + folder,
                "withTags=true&search=" + word + "&domain=LOCALHOST:" + ConversionsServer.shared().port())) {
            String list = "/api/links?" + filter;
            assertThat(Walk.ids(api.get(list + "&sortBy=clicks"))).as(list).containsExactly(ids.get(1), ids.get(0), ids.get(2));
            assertThat(Walk.ids(api.get(list + "&sortBy=clicks&sortOrder=asc"))).containsExactly(ids.get(2), ids.get(0), ids.get(1));
            assertThat(Walk.ids(api.get(list + "&sortBy=leads"))).containsExactly(ids.get(0), ids.get(2), ids.get(1));
            assertThat(Walk.ids(api.get(list + "&sortBy=leads&mode=test"))).containsExactly(ids.get(2), ids.get(1), ids.get(0));
            assertThat(Walk.ids(api.get(list + "&sortBy=saleAmount&pageSize=2&page=2"))).containsExactly(ids.get(0));
        }
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
