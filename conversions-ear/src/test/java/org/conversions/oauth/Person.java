package org.conversions.oauth;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;

/** A person who is signed in, with the cookie of the browser and what the page sends with a write. */
record Person(Api browser, String cookie, String csrfToken, String workspaceId) {

    static Person signedIn(ConversionsServer server, String email, String password) {
        Api browser = server.api(null);
        Answer answer = browser.post("/api/session", object("email", email, "password", password));
        JsonNode session = answer.expect(200);
        return new Person(browser, answer.header("Set-Cookie").split(";")[0], session.path("csrfToken").asText(),
                session.path("workspace").path("id").asText());
    }

    Answer get(String path) {
        return browser.get(path, "Cookie", cookie);
    }

    Answer delete(String path) {
        return browser.send("DELETE", path, BodyPublishers.noBody(), "Cookie", cookie, "X-CSRF-Token", csrfToken);
    }

    Answer post(String path, Map<String, Object> body) {
        return browser.post(path, body, "Cookie", cookie, "X-CSRF-Token", csrfToken);
    }
}
