package org.conversions.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The overview in Chromium: what it shows, what can be asked of it by pointer and by keys, and what everybody can read of it. */
@ResourceLock(Browser.NAME)
class OverviewIT {

    private static final Browser BROWSER = Browser.shared();
    private static final String BASE = ConversionsServer.shared().base().toString();
    private static final Api TEST = ConversionsServer.shared().api(ServerSettings.TEST_API_KEY);
    private static final String CUSTOMER = "overview-buyer";

    /** One that stands at the beginning, or that the script decides on; without texts in another language, or of other documents. */
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport\\(?)\"(?![^\"]*/(?:de\\.|en\\.(?:portal|referrals)))(\\.{1,2}/[^\"]+\\.js)\"");

    private static String link;

    @BeforeAll
    static void buyOnce() {
        link = signUp(CUSTOMER);
        buy(CUSTOMER, 123_45);
        SignedIn.as(BROWSER, BASE);
    }

    /** @return the link that has brought the customer */
    private static String signUp(String customer) {
        JsonNode made = ConversionsServer.shared().api(ServerSettings.API_KEY)
                .post("/api/links", object("url", "https://overview.example/", "trackConversion", true)).json();
        String click = new Api(ConversionsServer.shared().base(), null).get("/" + made.path("key").asText(), "User-Agent", Visitor.BROWSER)
                .header("Location").replaceAll(".*dub_id=", "");
        TEST.post("/api/track/lead", object("clickId", click, "eventName", "Sign up", "customerExternalId", customer)).expect(200);
        return made.path("id").asText();
    }

    private static void buy(String customer, int amount) {
        TEST.post("/api/track/sale", object("customerExternalId", customer, "amount", amount, "currency", "usd")).expect(200);
    }

    @AfterAll
    static void leaveNothingBehind() {
        BROWSER.screen(1280, "light");
    }

    @BeforeEach
    void listen() {
        BROWSER.console();
    }

    @Test
    void theFiguresOfALinkAreShownInTheFourWays() {
        open("?mode=test&linkId=" + link + "&figure=revenue");
        BROWSER.waitForText("$123.45");
        assertThat(BROWSER.run("return [...document.querySelectorAll('.figure-card .value')].map(one => one.textContent)").toString())
                .isEqualTo("[\"1\",\"1\",\"1\",\"$123.5\"]");
        BROWSER.waitFor("document.querySelector('c-series svg')");
        assertThat(BROWSER.run("return document.querySelector('c-series .plot').getAttribute('aria-label')").asText()).contains("Revenue from", "$123.45");
        BROWSER.clickOn("Funnel");
        BROWSER.waitFor("document.querySelector('.funnel li:nth-child(3) .value').textContent === '1'");
        BROWSER.clickOn("Table");
        BROWSER.waitFor("document.querySelectorAll('.shape tbody time[datetime]').length === 30");
        assertThat(BROWSER.run("return document.querySelector('.shape tbody tr:last-child').textContent").asText()).contains("not over yet", "$123.45");
        assertThat(BROWSER.run("return location.search").asText()).contains("shape=table", "figure=revenue");
    }

    @Test
    void aRowIsAFilterForAllOfThePageAndBackTakesItOff() {
        open("?mode=test");
        BROWSER.waitFor("document.querySelector('[aria-label=Devices] .bar-row')");
        BROWSER.click("[aria-label=Devices] .bar-row");
        BROWSER.waitFor("location.search.includes('device=')");
        BROWSER.waitFor("document.querySelector('.chip') && !document.querySelector('[aria-busy=true]')");
        BROWSER.click(".chip button.is");
        BROWSER.waitFor("location.search.includes('device=-')");
        BROWSER.run("history.go(-2)");
        BROWSER.waitFor("!document.querySelector('.chip') && !location.search.includes('device')");
    }

    @Test
    void everythingIsThereByKeys() {
        open("");
        BROWSER.waitFor("document.querySelector('c-series svg')");
        for (Map.Entry<String, String> step : List.of(Map.entry("w", "interval=7d"), Map.entry("4", "figure=revenue"),
                Map.entry("x", "compare=none"), Map.entry("i", "granularity="), Map.entry("f", "shape=funnel"), Map.entry("Left", "start="))) {
            BROWSER.press(step.getKey());
            BROWSER.waitFor("location.search.includes('" + step.getValue() + "')");
        }
        BROWSER.press("?");
        BROWSER.waitForText("Clear all filters");
        BROWSER.press("Escape");
        BROWSER.waitFor("!document.querySelector('c-dialog[open]')");
        BROWSER.press("d");
        BROWSER.waitFor("location.search.includes('interval=today')");
    }

    @Test
    void aNoteIsWrittenOnTheChartAndTakenOff() {
        open("");
        BROWSER.waitForText("Add a note");
        BROWSER.clickOn("Add a note");
        BROWSER.type("c-notes input[name=text]", "The newsletter went out");
        BROWSER.press("Enter");
        BROWSER.waitForText("The newsletter went out");
        BROWSER.clickOn("The newsletter went out");
        BROWSER.waitForText("Delete");
        BROWSER.clickOn("Delete");
        BROWSER.waitFor("!document.querySelector('.note-chip')");
    }

    @Test
    void aViewIsSavedAndFoundAgain() {
        open("?interval=7d&shape=table");
        BROWSER.waitFor("document.querySelector('c-views .menu-button')");
        BROWSER.click("c-views .menu-button");
        BROWSER.clickOn("Save this view");
        BROWSER.type("c-views input[name=name]", "My week");
        BROWSER.press("Enter");
        BROWSER.waitFor("document.querySelector('c-views a[href$=\"?interval=7d&shape=table\"]')");
        open("");
        BROWSER.waitFor("document.querySelector('c-views a[href$=\"?interval=7d&shape=table\"]')");
        BROWSER.click("c-views .menu-button");
        BROWSER.clickOn("My week");
        BROWSER.waitFor("location.search === '?interval=7d&shape=table'");
    }

    @Test
    void whatHappensIsOnTheScreenAtOnceAndWaitsWhileSomebodyReads() {
        open("?mode=test");
        BROWSER.waitFor("document.querySelector('c-stream h2')?.textContent.includes('connected')");
        signUp("stream-buyer");
        buy("stream-buyer", 77_70);
        BROWSER.waitFor(streams("Sale", "$77.70"));
        BROWSER.run("document.querySelector('c-stream ol').dispatchEvent(new PointerEvent('pointerenter'))");
        buy("stream-buyer", 88_80);
        BROWSER.waitForText("1 more waits while you are here");
        assertThat(BROWSER.run("return " + streams("Sale", "$88.80")).booleanValue()).isFalse();
        BROWSER.run("document.querySelector('c-stream ol').dispatchEvent(new PointerEvent('pointerleave'))");
        BROWSER.waitFor(streams("Sale", "$88.80"));
    }

    @Test
    void aPageThatNobodySeesHoldsNoConnectionAndIsBroughtUpToDateOnceItIsSeen() {
        open("?mode=test");
        BROWSER.waitFor("document.querySelector('c-stream h2')?.textContent.includes('connected')");
        BROWSER.run("window.sources = []; const source = window.EventSource;"
                + " window.EventSource = class extends source { constructor(address) { super(address); window.sources.push(this); } }");
        see(false);
        see(true);
        BROWSER.waitFor("window.sources.length === 1 && window.sources[0].readyState === EventSource.OPEN");
        see(false);
        assertThat(BROWSER.run("return window.sources[0].readyState === EventSource.CLOSED").booleanValue()).isTrue();
        signUp("unseen-buyer");
        buy("unseen-buyer", 66_60);
        see(true);
        BROWSER.waitFor(streams("Sale", "$66.60"));
        assertThat(BROWSER.run("return window.sources.length").asInt()).isEqualTo(2);
    }

    private static void see(boolean seen) {
        BROWSER.run("Object.defineProperty(document, 'hidden', { value: " + !seen + ", configurable: true });"
                + " document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static String streams(String kind, String amount) {
        return "[...document.querySelectorAll('c-stream li')].some(row => row.textContent.includes('" + kind + "') && row.textContent.includes('" + amount + "'))";
    }

    @Test
    void aSharedViewOpensWithItsPasswordAndShowsNoMoney() {
        String url = ConversionsServer.shared().api(ServerSettings.API_KEY).post("/api/shares", object("name", "For the agency",
                "query", "mode=test&linkId=" + link, "password", "tell nobody else")).expect(201).path("url").asText();
        BROWSER.open("about:blank");
        BROWSER.open(BASE + url.replaceAll("^https?://[^/]+", ""));
        BROWSER.type("input[name=password]", "tell nobody");
        BROWSER.press("Enter");
        BROWSER.waitForText("Is wrong.");
        assertThat(Accessibility.findings(BROWSER)).isEmpty();
        BROWSER.type("input[name=password]", "tell nobody else");
        BROWSER.press("Enter");
        BROWSER.waitForText("For the agency");
        BROWSER.waitFor("document.querySelector('.figure-card .value')?.textContent === '1' && !document.querySelector('[aria-busy=true]')");
        assertThat(BROWSER.text()).doesNotContain("$", "Revenue", CUSTOMER);
        assertThat(Accessibility.findings(BROWSER)).isEmpty();
    }

    @Test
    void theFirstViewIsSmallAndNothingInItJumps() {
        open("?mode=test");
        BROWSER.waitFor("document.querySelector('c-series svg') && !document.querySelector('[aria-busy=true]')");
        JsonNode first = BROWSER.run("""
                return new Promise(resolve => {
                  let shift = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value; })).observe({type: 'layout-shift', buffered: true});
                  const files = performance.getEntriesByType('resource').filter(entry => /\\.(js|css)$/.test(entry.name));
                  setTimeout(() => resolve({shift, files: files.length, bytes: files.reduce((sum, entry) => sum + entry.encodedBodySize, 0)}), 200);
                });""");
        System.out.println("First view of the overview: " + first);
        assertThat(first.path("bytes").asInt()).isBetween(20_000, 75_000);
        assertThat(first.path("shift").asDouble()).isLessThan(0.02);
    }

    /** What a reader loads who opens every page in one language. */
    @Test
    void allOfTheDashboardIsSmall() {
        Api anybody = new Api(ConversionsServer.shared().base(), null);
        Deque<String> open = new ArrayDeque<>(List.of("shell.js", "dashboard.css", "theme.js"));
        Map<String, Integer> sizes = new TreeMap<>();
        while (!open.isEmpty()) {
            String path = open.pop();
            if (!sizes.containsKey(path)) {
                sizes.put(path, Integer.parseInt(anybody.get("/app/" + path, "Accept-Encoding", "gzip").header("Content-Length")));
                Matcher imports = IMPORT.matcher(anybody.get("/app/" + path).body());
                while (imports.find()) {
                    open.push(URI.create("/" + path).resolve(imports.group(1)).getPath().substring(1));
                }
            }
        }
        int bytes = sizes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("All of the dashboard: " + bytes + " bytes in " + sizes.size() + " files");
        assertThat(sizes.keySet()).anyMatch(path -> path.contains("en.partners")).anyMatch(path -> path.endsWith("bundles/settings.js"));
        assertThat(bytes).isBetween(100_000, 190_000);
    }

    @ParameterizedTest
    @CsvSource({"'?mode=test', 390, dark", "'?mode=test&shape=funnel', 800, light", "'?shape=table&figure=sales&country=-DE', 1280, dark",
        "'?mode=sandbox&interval=today', 1280, light"})
    void itIsAccessible(String search, int width, String scheme) {
        BROWSER.screen(width, scheme);
        open(search);
        BROWSER.waitFor("document.querySelector('h1') && !document.querySelector('[aria-busy=true]')");
        assertThat(Accessibility.findings(BROWSER)).isEmpty();
        assertThat(BROWSER.run("return document.documentElement.scrollWidth - innerWidth").asInt()).isLessThanOrEqualTo(0);
        assertThat(BROWSER.console().stream().filter(line -> !line.startsWith("DEBUG"))).isEmpty();
    }

    private static void open(String search) {
        BROWSER.open("about:blank");
        BROWSER.open(BASE + "/app/" + search);
    }
}
