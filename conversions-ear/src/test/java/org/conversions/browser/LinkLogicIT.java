package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions of the page of links and of tables as CSV, module by module, without a page. */
@ResourceLock(Browser.NAME)
class LinkLogicIT {

    private static final Browser BROWSER = Browser.shared();

    @BeforeAll
    static void open() {
        BROWSER.open(ConversionsServer.shared().base() + "/app/login");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
        "'plain'|plain", "null|", "12|12", "-12|-12", "1.5|1.5", "true|true", "new Date(0)|1970-01-01T00:00:00.000Z",
        "'a,b'|\"a,b\"", "'a;b'|\"a;b\"", "'say \"hi\"'|\"say \"\"hi\"\"\"", "' a'|\" a\"", "'a b'|a b", "'Müller'|Müller",
        "'=1+1'|'=1+1", "'+49 30'|'+49 30", "'-x'|'-x", "'@me'|'@me", "'\\x01x'|'\u0001x", "'a=b'|a=b", "'=a,b'|\"'=a,b\""})
    void aValueIsACellThatNoSpreadsheetTakesForAFormula(String value, String cell) {
        assertThat(run("csv.js", "module.cell(" + value + ")").asText()).isEqualTo(cell == null ? "" : cell);
        assertThat(run("csv.js", "(v => v === null || typeof v !== 'string' || module.unguarded(module.parse('x,' + module.cell(v))[0].cells[1]) === v)("
                + value + ")").asBoolean()).as("%s comes back", value).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "a,b\\r\\n1,2|1:a/b 2:1/2", "a;b\\n1,5;2|1:a/b 2:1,5/2", "a\\tb\\n1\\t2|1:a/b 2:1/2", "\\uFEFFa,b|1:a/b",
        "a,b\\n\\n,\\n1,2\\n|1:a/b 4:1/2", "\\\"x,\\\"\\\"y\\\"\\\"\\\",b\\n\\\"1\\n2\\\",3\\n4,5|1:x,\\\"y\\\"/b 2:1\\n2/3 4:4/5",
        "a,b\\r1,2|1:a/b 1:1/2", "a\\\"b,c|1:a\\\"b/c"})
    void aTableIsReadHoweverItWasWritten(String text, String rows) {
        assertThat(run("csv.js", "module.parse(\"" + text + "\").map(row => row.line + ':' + row.cells.join('/')).join(' ')").asText())
                .isEqualTo(rows.translateEscapes());
    }

    @Test
    void aTableIsWrittenWithLinesAsTheStandardSays() {
        assertThat(run("csv.js", "module.write(['id', 'amount', 'currency'], [['a,b', 1250, 'usd'], [null, 0, '=x']])").asText())
                .isEqualTo("id,amount,currency\r\n\"a,b\",1250,usd\r\n,0,'=x\r\n");
    }

    @ParameterizedTest
    @CsvSource({"shoes, null", "spring/shoes, null", "straße, null", "हिन्दी, null", "a b, malformed", "a//b, malformed", "/a, malformed", "../a, malformed",
        "app, reserved", "API/x, reserved", "applied, null", "dashboard, reserved", "_root, null"})
    void aKeyIsJudgedAsTheServerDoes(String key, String problem) {
        assertThat(run("links/key.js", "String(module.keyProblem(arguments[0]))", key).asText()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://shop.example/            | utm_source | mail     | https://shop.example/?utm_source=mail",
        "https://shop.example/?a=%20#top  | utm_source | news & x | https://shop.example/?a=%20&utm_source=news+%26+x#top",
        "https://shop.example/?ref=1&b=2  | ref        | 3        | https://shop.example/?b=2&ref=3",
        "https://shop.example/?ref=1      | ref        | ''       | https://shop.example/",
        "https://shop.example/?           | ref        | ü        | https://shop.example/?ref=%C3%BC"})
    void aParameterIsSetAndEverythingElseStaysAsItWas(String url, String name, String value, String result) {
        assertThat(run("links/address.js", "module.withParameter(...arguments)", url, name, value).asText()).isEqualTo(result);
        assertThat(run("links/address.js", "module.first(arguments[0], arguments[1])", result, name).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"https://buy.stripe.com/abc, dub, true, https://buy.stripe.com/abc?dub_client_reference_id=1",
        "https://buy.stripe.com/abc?locale=de, codeqr, true, https://buy.stripe.com/abc?locale=de&codeqr_client_reference_id=1",
        "https://buy.stripe.com/abc?dub_client_reference_id=1, dub, false, https://buy.stripe.com/abc?dub_client_reference_id=1",
        "https://buy.stripe.com/, dub, false, https://buy.stripe.com/?dub_client_reference_id=1", "https://shop.example/, dub, false, https://shop.example/?dub_client_reference_id=1"})
    void aPaymentLinkGetsTheMarkOfTheVocabularyOnce(String url, String vocabulary, boolean wants, String marked) {
        assertThat(run("links/payment-link.js", "module.wantsMark(arguments[0])", url).asBoolean()).isEqualTo(wants);
        assertThat(run("links/payment-link.js", "module.withMark(arguments[0], arguments[1])", url, vocabulary).asText()).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "https://a.example|a|x        |Spring |                    | none",
        "                 |b|         |       |                    | urlMissing",
        "ftp://a.example  |b|         |       |                    | addressMalformed",
        "https://a.example|app|       |       |                    | keyReserved",
        "https://a.example|a b|       |       |                    | keyMalformed",
        "https://a.example|a|X, new   |       |                    | tagUnknown=new",
        "https://a.example|a|         |nowhere|                    | folderUnknown=nowhere",
        "https://a.example|a|         |fold_1 |tomorrow            | timeMalformed=tomorrow",
        "https://a.example|a|         |       |2027-01-31          | none"})
    void aRowSaysWhatIsWrongWithItBeforeItIsSent(String url, String key, String tags, String folder, String expires, String problems) {
        String line = String.join("\t", text(url), text(key), text(tags), text(folder), text(expires));
        JsonNode row = table("Long URL\tSlug\tTags\tFolder\tExpires at\n" + line).path("rows").path(0);
        List<String> found = row.findValuesAsText("code");
        assertThat(found).isEqualTo(problems == null ? List.of() : List.of(problems.replaceAll("=.*", "")));
        if (problems != null && problems.contains("=")) {
            assertThat(row.path("problems").path(0).path("value").asText()).isEqualTo(problems.replaceAll(".*=", ""));
        }
    }

    @Test
    void aTableBecomesTheLinksOfTheApi() {
        JsonNode table = table("url,key,tags,folder,track_conversion,utm_source,colour\nhttps://a.example/,'-a,x;X,spring,yes,mail,red\nhttps://b.example/,'-a,,,,,\n");
        assertThat(table.path("fields").toString()).isEqualTo("[\"url\",\"key\",\"tagNames\",\"folder\",\"trackConversion\",\"utm_source\",null]");
        assertThat(table.at("/rows/0/link").toString()).isEqualTo("{\"folderId\":\"fold_1\",\"key\":\"-a\",\"tagNames\":[\"x\",\"X\"],"
                + "\"trackConversion\":true,\"url\":\"https://a.example/\",\"utm_source\":\"mail\"}");
        assertThat(table.at("/rows/1/problems").toString()).contains("keyTwice").contains("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"?search=a&page=3 | search  | b      | /app/links?search=b", "?search=a | page | 2 | /app/links?search=a&page=2",
        "?sortBy=clicks&mode=test | sortBy | createdAt | /app/links?mode=test", "?page=2 | page | 1 | /app/links", "?x=1 | tagIds | '' | /app/links?x=1"})
    void whatIsWantedStandsInTheAddress(String search, String name, String value, String address) {
        assertThat(run("links/query.js", "module.address('/app/links', arguments[0], {[arguments[1]]: arguments[2]})", search, name, value).asText())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0,5,10 | M0 10L50 5L100 0", "0,0 | M0 10L100 10", "7 | M0 0", "-3,2 | M0 10L100 0"})
    void aSparklineIsDrawnFromLeftToRight(String values, String path) {
        assertThat(run("charts/line-path.js", "module.linePath([" + values + "], 100, 10)").asText()).isEqualTo(path);
    }

    @Test
    void onlyWhatDiffersIsSentOfAChange() {
        assertThat(run("links/draft.js", "(before => module.bodyOfChange({...before, key: 'b', geo: [], expiresAt: '', tagIds: ['t']}, before))"
                + "(module.draftOf({url: 'https://a.example', key: 'a', geo: {DE: 'https://de.example'}, expiresAt: '2027-01-01T00:00:00Z', tags: []}))"))
                .isEqualTo(run("csv.js", "({key: 'b', geo: null, expiresAt: null, tagIds: ['t']})"));
        assertThat(run("links/draft.js", "module.bodyOfNew({...module.EMPTY, url: ' https://a.example '})"))
                .isEqualTo(run("csv.js", "({url: 'https://a.example'})"));
    }

    @Test
    void aCodeThatCamerasCannotReadIsCalledSo() {
        assertThat(run("links/qr-address.js", "[['#000000', '#ffffff'], ['#888888', '#ffffff'], ['#ffffff', '#000000'], ['#cccccc', '#ffffff']]"
                + ".map(([fgColor, bgColor]) => module.weak({fgColor, bgColor}))").toString()).isEqualTo("[false,false,true,true]");
    }

    private static JsonNode table(String text) {
        return run("links/import-table.js", "module.readTable(arguments[0], arguments[1], 'go.example')", text, object("tags", List.of(object("name", "X")),
                "folders", List.of(object("id", "fold_1", "name", "Spring")), "domains", List.of()));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static JsonNode run(String module, String expression, Object... arguments) {
        return BROWSER.run("return import('/app/" + module + "').then(module => " + expression + ")", arguments);
    }
}
