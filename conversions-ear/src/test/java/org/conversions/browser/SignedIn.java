package org.conversions.browser;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.server.ServerSettings;

/** The owner of the first workspace at the shared server, signed in by hand once. */
final class SignedIn {

    private static JsonNode cookie;

    private SignedIn() {
    }

    /** Signs in, or goes on with the session of an earlier test. */
    static void as(Browser browser, String base) {
        browser.open(base + "/app/login");
        if (cookie != null) {
            browser.keep(cookie);
            return;
        }
        browser.forgetCookies();
        browser.open(base + "/app/login");
        fillIn(browser);
        browser.waitFor("location.pathname === '/app/' && document.querySelector('main h1')");
        cookie = browser.cookie("conversions_session");
    }

    /** Fills in the login that is open. */
    static void fillIn(Browser browser) {
        browser.type("input[name=email]", ServerSettings.OWNER_EMAIL);
        browser.type("input[name=password]", ServerSettings.OWNER_PASSWORD);
        browser.press("Enter");
    }
}
