package org.conversions.people;

import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;

/**
 * A person at a browser: keeps the cookie that the server sets, and sends back the token that pages send. Each is in a network
 * of their own, because failed logins are counted by network.
 */
public final class Person {

    public static final String PASSWORD = "correct horse battery staple";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Api api;
    private final String email;
    private final String address;
    private String cookie;
    private String csrfToken;
    private String id;

    private Person(Api api, String email, String address) {
        this.api = api;
        this.email = email;
        this.address = address;
    }

    /** Returns a browser in front of which nobody is signed in yet. */
    public static Person at(ConversionsServer server, String email) {
        return new Person(server.api(null), email, network());
    }

    /** Makes a person with a role in a workspace, by an invitation. @param key with all rights in the workspace */
    public static Person join(ConversionsServer server, String key, String role) {
        return joinAs(server, key, role, unique("person-") + "@example.com");
    }

    static Person joinAs(ConversionsServer server, String key, String role, String email) {
        Person person = at(server, email);
        person.accept(invite(server.api(key), email, role)).expect(200);
        return person;
    }

    /** Returns the token of an invitation. */
    static String invite(Api owner, String email, String role) {
        return token(owner.post("/api/workspace/invitations", object("email", email, "role", role)).expect(201));
    }

    /** Returns the token behind the # of a link. */
    static String token(JsonNode link) {
        return link.path("url").asText().replaceAll(".*#token=", "");
    }

    /** Returns an address in a network that nobody else comes from. */
    static String network() {
        int number = NETWORKS.incrementAndGet();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    Answer accept(String token) {
        return keep(post("/api/invitations/" + token + "/accept", object("name", "Pat", "password", PASSWORD)));
    }

    public Answer login(String password, String code) {
        cookie = null;
        return keep(post("/api/session", object("email", email, "password", password, "code", code)));
    }

    public Person login() {
        login(PASSWORD, null).expect(200);
        return this;
    }

    /** The same person at another browser, in another network. */
    public Person elsewhere() {
        return new Person(api, email, network());
    }

    public Person in(String workspaceId) {
        put("/api/session/workspace", object("workspaceId", workspaceId)).expect(200);
        return this;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer delete(String path, Object body) {
        return send("DELETE", path, body);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer put(String path, Object body) {
        return keep(send("PUT", path, body));
    }

    /** Sends a request as a page of the server does, and keeps the cookie that the answer sets. */
    public Answer send(String method, String path, Object body, String... headers) {
        List<String> all = new ArrayList<>(List.of("X-Forwarded-For", address));
        if (body != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        if (cookie != null) {
            all.addAll(List.of("Cookie", cookie));
        }
        if (csrfToken != null) {
            all.addAll(List.of("X-CSRF-Token", csrfToken));
        }
        all.addAll(Arrays.asList(headers));
        Answer answer = api.send(method, path, body == null ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body instanceof String text ? text : Api.json(body)), all.toArray(String[]::new));
        String set = answer.header("Set-Cookie");
        if (set != null) {
            cookie = set.substring(0, set.indexOf(';'));
        }
        return answer;
    }

    /** Keeps the token for writes that an answer with a session has. */
    public Answer keep(Answer answer) {
        if (answer.status() == 200 && answer.json().has("csrfToken")) {
            csrfToken = answer.json().path("csrfToken").asText();
            id = answer.json().path("person").path("id").asText();
        }
        return answer;
    }

    public String id() {
        return id;
    }

    public String email() {
        return email;
    }

    String address() {
        return address;
    }

    public String cookie() {
        return cookie;
    }

    String csrfToken() {
        return csrfToken;
    }

    /** Returns a client that sends what this browser would send now. */
    public Api browser() {
        return api.with("X-Forwarded-For", address, "Cookie", cookie, "X-CSRF-Token", csrfToken);
    }

    /** Uses a cookie that is not the newest one. */
    Person withCookie(String other) {
        Person same = new Person(api, email, address);
        same.cookie = other;
        same.csrfToken = csrfToken;
        return same;
    }
}
