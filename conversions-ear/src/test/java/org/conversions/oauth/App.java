package org.conversions.oauth;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.TestWorkspace;

/** An app that is registered: what it sends, by no code of the server. @param secret null for none */
record App(Api web, String id, String secret) {

    static final String REDIRECT = "https://app.example/back?from=conversions";
    static final String OTHER_REDIRECT = "https://app.example/other";
    static final String VERIFIER = "the-verifier-of-this-test_that.is~long-enough-for-all";

    static App registered(Answer answer, Api web) {
        JsonNode made = answer.expect(201);
        return new App(web, made.path("clientId").asText(), made.path("clientSecret").asText(null));
    }

    static Map<String, Object> draft(boolean confidential, String... scopes) {
        return object("name", TestWorkspace.unique("App "), "developer", "Dev", "redirectUris", List.of(REDIRECT, OTHER_REDIRECT),
                "confidential", confidential, "scopes", scopes.length == 0 ? null : List.of(scopes));
    }

    /** The request for authorization, to which changes are names and values by turns; a null value leaves a name out. */
    Map<String, Object> request(String... changes) {
        Map<String, Object> request = object("client_id", id, "redirect_uri", REDIRECT, "response_type", "code", "state", "s 1",
                "code_challenge", challenge(VERIFIER), "code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                request.remove(changes[i]);
            } else {
                request.put(changes[i], changes[i + 1]);
            }
        }
        return request;
    }

    /** The same as a query. */
    String query(String... changes) {
        return form(request(changes));
    }

    /** What the person's browser is asked to open next, after a yes. */
    Map<String, String> approved(Person person, String... changes) {
        Map<String, Object> decision = request(changes);
        decision.put("workspaceId", person.workspaceId());
        decision.put("approve", true);
        return parameters(person.post("/api/oauth/authorization", decision).expect(200).path("redirectTo").asText());
    }

    String code(Person person, String... changes) {
        return approved(person, changes).get("code");
    }

    /** Exchanges a code; changes as in {@link #request}. */
    Answer exchange(String code, String... changes) {
        return token(changed(object("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier",
                VERIFIER, "client_id", id, "client_secret", secret), changes));
    }

    Answer refresh(String refreshToken, String... changes) {
        return token(changed(object("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", id, "client_secret",
                secret), changes));
    }

    Answer revoke(String token) {
        return post("/api/oauth/revoke", form(object("token", token, "client_id", id, "client_secret", secret)));
    }

    Answer token(Map<String, Object> form, String... headers) {
        return post("/api/oauth/token", form(form), headers);
    }

    Answer post(String path, String form, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return web.send("POST", path, BodyPublishers.ofString(form), all.toArray(String[]::new));
    }

    /** What the workspace's API says to the bearer of a token. */
    Answer links(String accessToken, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + accessToken));
        all.addAll(List.of(headers));
        return web.get("/api/links", all.toArray(String[]::new));
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((encoded(id) + ':' + encoded(secret)).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Object> changed(Map<String, Object> form, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    static String form(Map<String, Object> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> {
            if (value != null) {
                pairs.add(encoded(name) + '=' + encoded(value.toString()));
            }
        });
        return String.join("&", pairs);
    }

    static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            parameters.put(pair.split("=", 2)[0], java.net.URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
        }
        parameters.put("", address.substring(0, address.indexOf('?')));
        return parameters;
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
