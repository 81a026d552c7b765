package org.conversions.browser;

import static org.awaitility.Awaitility.await;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;
import org.conversions.redirect.Visitor;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.BuildFolder;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium, without a window, driven in the WebDriver protocol. All names below {@code .test} are this machine, so that
 * a shop has a domain of its own, and Stripe's dashboard is nowhere. Where it is not installed, the test that asks for it is skipped and says so, and
 * fails where the environment says {@code CI=true}.
 */
final class Browser {

    /** The name of the resource that test classes take turns in. */
    static final String NAME = "browser";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Browser shared;

    private final Process driver;
    private final Api api;
    private final String session;

    private Browser() {
        int port = BuildFolder.freePort();
        driver = start("chromedriver", "--port=" + port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        api = new Api(URI.create("http://localhost:" + port), null);
        await().atMost(PATIENCE).until(() -> api.answers("/status", 200));
        session = "/session/" + value(api.post("/session", object("capabilities", object("alwaysMatch", object(
                "browserName", "chrome",
                "goog:loggingPrefs", object("browser", "ALL"),
                "goog:chromeOptions", object("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu",
                        "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                        // A page without an address may not ask a server on this machine otherwise.
                        "--disable-features=LocalNetworkAccessChecks",
                        "--host-resolver-rules=MAP *.test 127.0.0.1, MAP dashboard.stripe.com ~NOTFOUND", "--user-agent=" + Visitor.BROWSER,
                        "--user-data-dir=" + BuildFolder.create("chromium"))))))))
                .path("sessionId").asText();
    }

    /** The one browser that all tests share; each has a shop with a domain of its own. */
    static synchronized Browser shared() {
        assumeInstalled();
        if (shared == null) {
            shared = new Browser();
        }
        return shared;
    }

    /** Opens an address and waits until everything on the page is loaded. */
    void open(String address) {
        send("/url", object("url", address));
        if (run("return window.scriptLost === true").asBoolean()) {
            // On a busy machine a browser gives up a request now and then, and without the script nothing was done yet.
            System.out.println("The request for the script of " + address + " was lost");
            send("/refresh", object());
        }
    }

    /** Returns where the browser is, or where it could not go. */
    String address() {
        return value(api.get(session + "/url")).asText();
    }

    /** @param script the body of a function; @return what it returns, or what its promise comes to */
    JsonNode run(String script, Object... arguments) {
        return send("/execute/sync", object("script", script, "args", List.of(arguments)));
    }

    /** Waits until a JavaScript expression is true. */
    void waitFor(String expression) {
        await(expression).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> run("return Boolean(" + expression + ")").booleanValue());
    }

    /** The cookie of that name on the page that is open; missing when there is none. */
    JsonNode cookie(String name) {
        return StreamSupport.stream(value(api.get(session + "/cookie")).spliterator(), false)
                .filter(cookie -> cookie.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Types into the element of a selector as a person does, instead of what is there. */
    void type(String selector, String text) {
        String element = "/element/" + element(selector);
        send(element + "/clear", object());
        send(element + "/value", object("text", text));
    }

    void click(String selector) {
        send("/element/" + element(selector) + "/click", object());
    }

    /** Clicks the button or link that says so. */
    void clickOn(String words) {
        JsonNode found = run("return [...document.querySelectorAll('a, button, label.option')].find(one => one.checkVisibility()"
                + " && one.textContent.trim().startsWith(arguments[0])) ?? null", words);
        if (found.isNull()) {
            throw new AssertionError("Nothing says " + words + ": " + text());
        }
        send("/element/" + found.elements().next().asText() + "/click", object());
    }

    /** Presses a key, such as Tab or x, wherever the focus is. */
    void press(String key) {
        String code = Map.of("Tab", "\uE004", "Escape", "\uE00C", "Enter", "\uE007", "Down", "\uE015", "Left", "\uE012", "Right", "\uE014").getOrDefault(key, key);
        send("/actions", object("actions", List.of(object("type", "key", "id", "keyboard", "actions", List.of(
                object("type", "keyDown", "value", code), object("type", "keyUp", "value", code))))));
    }

    /** Returns what can be read on the page. */
    String text() {
        return run("return document.body.innerText").asText();
    }

    /** Waits until that can be read on the page. */
    void waitForText(String words) {
        try {
            waitFor("document.body.innerText.includes(" + Api.json(words) + ")");
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("'" + words + "' cannot be read in:\n" + text(), e);
        }
    }

    /** Is another browser from now on, as far as servers can tell. */
    void forgetCookies() {
        api.delete(session + "/cookie");
    }

    /** Brings a cookie back to the site that is open. */
    void keep(JsonNode cookie) {
        send("/cookie", object("cookie", cookie));
    }

    /** Shows pages as a screen of this width in this scheme does: light or dark. */
    void screen(int width, String scheme) {
        command("Emulation.setDeviceMetricsOverride", object("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        command("Emulation.setEmulatedMedia", object("features", List.of(
                object("name", "prefers-color-scheme", "value", scheme),
                // A colour is judged when it is all there.
                object("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Sends a command of the browser's own protocol. */
    JsonNode command(String name, Object parameters) {
        return send("/goog/cdp/execute", object("cmd", name, "params", parameters));
    }

    private String element(String selector) {
        waitFor("document.querySelector(" + Api.json(selector) + ")");
        return send("/element", object("using", "css selector", "value", selector)).elements().next().asText();
    }

    /** Returns the messages on the console since the last call: also exceptions that no code caught. */
    List<String> console() {
        return StreamSupport.stream(send("/se/log", object("type", "browser")).spliterator(), false)
                .map(entry -> entry.path("level").asText() + " " + entry.path("message").asText())
                .toList();
    }

    private JsonNode send(String command, Object body) {
        return value(api.post(session + command, body));
    }

    private static JsonNode value(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.json().path("value");
    }

    private void close() {
        // The browser ends with its driver, but only when it is told so.
        driver.descendants().forEach(ProcessHandle::destroy);
        driver.destroy();
    }

    private static void assumeInstalled() {
        boolean there = answers("chromium") && answers("chromedriver");
        String sentence = "Chromium and its driver are not installed here, so the browser script was not tried.";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(there, sentence);
        }
        Assumptions.assumeTrue(there, sentence);
    }

    private static boolean answers(String program) {
        if (shared != null) {
            return true;
        }
        try {
            return start(program, "--version").waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Process start(String... command) {
        Path log = BuildFolder.create("browser").resolve("log.txt");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new IllegalStateException(command[0] + " does not start", e);
        }
    }
}
