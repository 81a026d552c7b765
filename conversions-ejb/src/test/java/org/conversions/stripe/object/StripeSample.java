package org.conversions.stripe.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.conversions.platform.Json;

/**
 * One of Stripe's own sample objects, below {@code src/test/resources/stripe} by API version. The samples are right in
 * their types only, so a test names every amount and id that it is about.
 */
record StripeSample(ObjectNode json) {

    static final String OLD = "2023-08-16";
    static final String ACACIA = "2025-02-24.acacia";
    static final String BASIL = "2025-03-31.basil";
    static final String CLOVER = "2025-09-30.clover";
    static final String DAHLIA = "2026-07-29.dahlia";

    static List<String> versions() {
        return List.of(OLD, ACACIA, BASIL, CLOVER, DAHLIA);
    }

    static List<String> versionsSinceBasil() {
        return List.of(BASIL, CLOVER, DAHLIA);
    }

    static StripeSample of(String version, String resource) {
        String file = "/stripe/" + version + "/" + resource + ".json";
        try (InputStream content = StripeSample.class.getResourceAsStream(file)) {
            return new StripeSample((ObjectNode) Json.MAPPER.readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** @param path dotted; what is missing on the way is made */
    StripeSample with(String path, Object value) {
        return change(path, Json.MAPPER.valueToTree(value));
    }

    StripeSample withJson(String path, String json) {
        return change(path, Json.read(json));
    }

    StripeSample without(String path) {
        return change(path, null);
    }

    StripeObject object() {
        return new StripeObject(json);
    }

    private StripeSample change(String path, JsonNode value) {
        ObjectNode changed = json.deepCopy();
        ObjectNode node = changed;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            node = node.get(steps[i]) instanceof ObjectNode known ? known : node.putObject(steps[i]);
        }
        String field = steps[steps.length - 1];
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, value);
        }
        return new StripeSample(changed);
    }
}
