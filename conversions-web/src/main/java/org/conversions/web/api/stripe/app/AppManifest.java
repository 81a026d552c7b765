package org.conversions.web.api.stripe.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The manifest of the Stripe App, made for one server. */
final class AppManifest {

    /** What the template names in place of the server. */
    private static final String EXAMPLE_HOST = "https://go.example.com";

    private AppManifest() {
    }

    /**
     * @param template as in {@code config/stripe-app}; stays as it is
     * @param baseUrl  where browsers reach the server
     * @param clientId what the server knows the app by
     */
    static JsonNode of(JsonNode template, String baseUrl, AppId id, String clientId) {
        ObjectNode manifest = template.deepCopy();
        String host = baseUrl.replaceAll("/+$", "");
        manifest.put("id", id.text());
        manifest.withObject("/constants").put("host", host).put("appId", id.text()).put("clientId", clientId);
        move(manifest.withArray("/allowed_redirect_uris"), host);
        move(manifest.withArray("/ui_extension/content_security_policy/connect-src"), host);
        return manifest;
    }

    /** @return all that the app may ask the server for */
    static Set<String> scopes() {
        return StreamSupport.stream(AppSources.manifest().at("/constants/scopes").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static byte[] bytes(JsonNode manifest) {
        return (manifest.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void move(ArrayNode addresses, String host) {
        for (int i = 0; i < addresses.size(); i++) {
            addresses.set(i, addresses.path(i).asText().replace(EXAMPLE_HOST, host));
        }
    }
}
