package org.conversions.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON client: sends, follows nothing, and leaves the judgement to the test. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Seconds. The server closes what was idle for thirty, and a request must not go out on it in that moment.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI base;
    private final String key;
    private final String[] always;

    public Api(URI base, String key) {
        this(base, key, new String[0]);
    }

    private Api(URI base, String key, String[] always) {
        this.base = base;
        this.key = key;
        this.always = always;
    }

    /** Returns one that sends these with every request. @param headers names and values by turns */
    public Api with(String... headers) {
        return new Api(base, key, headers);
    }

    /** An answer. */
    public record Answer(int status, HttpHeaders headers, String body) {

        /** The body as JSON, or a missing node when it is none. */
        public JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        /** Returns the body of an answer with this status. @throws AssertionError for another one */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " was expected, not " + status + ": " + body);
            }
            return json();
        }

        /** Returns the body of a success. @throws AssertionError for an error */
        public JsonNode expectSuccess() {
            return expect(status / 100 == 2 ? status : 200);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** @param body JSON as text as it stands, anything else is written as JSON */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, publisher(body), headers);
    }

    public Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, publisher(body), headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, publisher(body), headers);
    }

    /** Posts the bytes of a Stripe event with its signature. */
    public Answer postStripeEvent(String path, String body, String secret) {
        return post(path, body, "Stripe-Signature", StripeSigner.sign(body, secret));
    }

    /** Returns whether anything answers there with that status. */
    public boolean answers(String path, int status) {
        try {
            return HTTP.send(request("GET", path, BodyPublishers.noBody()).build(), BodyHandlers.discarding()).statusCode()
                    == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param headers names and values by turns */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(method, path, body);
        for (String[] more : new String[][] {always, headers}) {
            for (int i = 0; i < more.length; i += 2) {
                request.setHeader(more[i], more[i + 1]);
            }
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        return request;
    }

    private static BodyPublisher publisher(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : json(body));
    }

    /** Writes a value as JSON. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A JSON object from keys and values by turns, for bodies of a line. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
