package org.conversions.web.api.stripe.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The files of the Stripe App, as they stand in {@code config/stripe-app}: those that its package.json names. */
final class AppSources {

    static final String MANIFEST = "stripe-app.json";

    private static final String FOLDER = "source/";
    private static final String PACKAGE = "package.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AppSources() {
    }

    /** @return relative names, with slashes */
    static List<String> names() {
        return StreamSupport.stream(json(PACKAGE).path("files").spliterator(), false).map(JsonNode::asText).toList();
    }

    static JsonNode manifest() {
        return json(MANIFEST);
    }

    static byte[] read(String name) {
        try (InputStream file = AppSources.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The build lacks the Stripe App's file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String name) {
        try {
            return JSON.readTree(read(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
