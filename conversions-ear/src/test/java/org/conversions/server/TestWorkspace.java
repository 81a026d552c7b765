package org.conversions.server;

import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A workspace with its keys and a Stripe account of its own, connected in live mode. Each test class has one on the
 * shared server, so that what it sets and counts is nobody else's, and classes can run side by side.
 */
public record TestWorkspace(String id, String apiKey, String publishableKey, String stripeAccount) {

    private static final Map<Class<?>, TestWorkspace> BY_TEST = new ConcurrentHashMap<>();

    /** The workspace of a test class on the shared server, made when it is asked for first. */
    public static TestWorkspace of(Class<?> test) {
        return BY_TEST.computeIfAbsent(test, type -> create(ConversionsServer.shared(), type.getSimpleName()));
    }

    /** The one that a server's settings make at its first start. */
    public static TestWorkspace first(ConversionsServer server) {
        return new TestWorkspace(server.api(ServerSettings.API_KEY).get("/api/workspace").json().path("id").asText(),
                ServerSettings.API_KEY, ServerSettings.PUBLISHABLE_KEY, ServerSettings.STRIPE_ACCOUNT);
    }

    /** Another one on a server that was started with {@link ServerSettings#SHARED}. */
    public static TestWorkspace create(ConversionsServer server, String name) {
        JsonNode made = server.api(ServerSettings.OPERATOR_TOKEN).post("/api/server/workspaces",
                object("name", name, "slug", unique("ws-"))).expect(201);
        TestWorkspace workspace = new TestWorkspace(made.path("id").asText(), made.path("apiKey").asText(),
                made.path("publishableKey").asText(), unique("acct_1"));
        workspace.connect(server, "live", workspace.stripeAccount);
        return workspace;
    }

    /** Connects an account as the operator, whose word is proof enough. @return the connection, as the API answers */
    public JsonNode connect(ConversionsServer server, String mode, String account, String... signingSecrets) {
        return server.api(ServerSettings.OPERATOR_TOKEN).post("/api/server/workspaces/" + id + "/connections",
                object("mode", mode, "accountId", account, "signingSecrets", List.of(signingSecrets))).expect(201);
    }

    /** Returns a text that no other test uses. */
    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
