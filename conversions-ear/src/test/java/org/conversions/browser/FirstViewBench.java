package org.conversions.browser;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.conversions.bench.BusyMonth;
import org.conversions.server.ConversionsServer;
import org.conversions.server.ServerSettings;
import org.junit.jupiter.api.Test;

/**
 * How soon the overview can be used after a {@link BusyMonth}, by the browser's own clock: when the frame is painted, when the
 * figures stand, and what was loaded for it. Each time with an empty cache, as on the first visit, and once more as on the next.
 * The aim is a second, with {@code -Dbench.clicks=10000000}.
 */
class FirstViewBench {

    private static final int TIMES = 5;
    private static final String TIMES_OF_THE_PAGE = """
            const navigation = performance.getEntriesByType('navigation')[0];
            const files = performance.getEntriesByType('resource').filter(entry => /\\.(js|css)$/.test(entry.name));
            const questions = performance.getEntriesByType('resource').filter(entry => entry.name.includes('/api/'));
            return {
              firstByte: Math.round(navigation.responseStart),
              firstContent: Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime),
              scriptLoaded: Math.round(Math.max(...files.map(entry => entry.responseEnd))),
              figuresStand: Math.round(window.usable), kilobytes: Math.round(files.reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1000),
              slowestQuestion: Math.round(Math.max(...questions.filter(entry => !entry.name.includes('/stream')).map(entry => entry.duration))), questions: questions.length};""";
    /** Notes when all figures stand, as a page sees it and not as its test asks. */
    private static final String WATCH = """
            const look = () => {
              if (document.querySelector('c-series svg') && !document.querySelector('main [aria-busy=true]')) { window.usable = performance.now(); } else { requestAnimationFrame(look); }
            };
            look();""";

    @Test
    void theOverviewIsUsable() throws SQLException {
        Browser browser = Browser.shared();
        try (ConversionsServer server = ConversionsServer.started(ServerSettings.SHARED)) {
            new BusyMonth(server).fill();
            String base = server.base().toString();
            browser.open(base + "/app/login");
            SignedIn.fillIn(browser);
            browser.waitFor("location.pathname === '/app/' && document.querySelector('main h1')");
            browser.command("Page.addScriptToEvaluateOnNewDocument", object("source", WATCH));
            for (int i = 0; i < TIMES; i++) {
                browser.command("Network.clearBrowserCache", object());
                System.out.println("first visit " + view(browser, base));
                System.out.println("next visit  " + view(browser, base));
            }
            browser.open("about:blank");
        }
    }

    private static JsonNode view(Browser browser, String base) {
        browser.open("about:blank");
        browser.open(base + "/app/");
        browser.waitFor("window.usable");
        return browser.run(TIMES_OF_THE_PAGE);
    }
}
