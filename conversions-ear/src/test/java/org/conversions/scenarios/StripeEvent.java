package org.conversions.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.conversions.server.BuildFolder;

/** A Stripe event as a test puts it together: live, of basil, made now, under its own id, and of the account
 * of the merchant who gets it. */
final class StripeEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong LAST_ID = new AtomicLong(System.currentTimeMillis() * 1000);

    private final ObjectNode envelope;
    private final ObjectNode object;

    private StripeEvent(ObjectNode envelope) {
        this.envelope = envelope;
        this.object = (ObjectNode) envelope.path("data").path("object");
    }

    static StripeEvent of(String type, String kind, String objectId) {
        return of(type, JSON.createObjectNode().put("object", kind), objectId);
    }

    /**
     * Makes an event with one of Stripe's own sample objects of a version. The samples are right in their types only,
     * so a test names every amount and id that it is about.
     */
    static StripeEvent sample(String version, String type, String kind, String objectId) {
        Path sample = BuildFolder.PATH.resolve("../../conversions-ejb/src/test/resources/stripe/" + version + "/"
                + kind + ".json");
        try {
            return of(type, (ObjectNode) JSON.readTree(sample.toFile()), objectId).ofVersion(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StripeEvent of(String type, ObjectNode object, String objectId) {
        ObjectNode envelope = JSON.createObjectNode().put("id", nextId()).put("object", "event")
                .put("api_version", "2025-03-31.basil").put("created", Instant.now().getEpochSecond())
                .put("livemode", true).put("type", type);
        envelope.putObject("data").set("object", object.put("id", objectId));
        return new StripeEvent(envelope);
    }

    /** The same of the same object under another event id, as Stripe may send it. */
    StripeEvent underAnotherId() {
        return new StripeEvent(envelope.deepCopy().put("id", nextId()));
    }

    /** The same object in an event of another type, under another event id. */
    StripeEvent as(String type) {
        return new StripeEvent(envelope.deepCopy().put("id", nextId()).put("type", type));
    }

    /** @param path of a field of the object, dotted */
    StripeEvent with(String path, Object value) {
        ObjectNode parent = object;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            parent = parent.path(steps[i]).isObject() ? (ObjectNode) parent.get(steps[i]) : parent.putObject(steps[i]);
        }
        parent.set(steps[steps.length - 1], JSON.valueToTree(value));
        return this;
    }

    StripeEvent metadata(String key, String value) {
        return with("metadata." + key, value);
    }

    /** @param account null for an event of the endpoint's own account */
    StripeEvent ofAccount(String account) {
        envelope.put("account", account);
        return this;
    }

    /** Returns whether it says whose it is, or that it does not. */
    boolean namesAccount() {
        return envelope.has("account");
    }

    StripeEvent inTestMode() {
        envelope.put("livemode", false);
        return this;
    }

    StripeEvent madeAt(Instant instant) {
        envelope.put("created", instant.getEpochSecond());
        return this;
    }

    /** Stripe's version of the envelope; what is in the object is up to the test. */
    StripeEvent ofVersion(String version) {
        envelope.put("api_version", version);
        return this;
    }

    StripeEvent withId(String id) {
        envelope.put("id", id);
        return this;
    }

    /** Something else in the place of the object; nothing more can be changed in it. */
    StripeEvent withObject(Object value) {
        ((ObjectNode) envelope.path("data")).set("object", JSON.valueToTree(value));
        return this;
    }

    /** An event that only names its object. */
    StripeEvent thin() {
        envelope.put("object", "v2.core.event").put("created", Instant.now().toString()).remove("data");
        envelope.putObject("related_object").set("id", object.path("id"));
        return this;
    }

    String id() {
        return envelope.path("id").asText();
    }

    String objectId() {
        return object.path("id").asText();
    }

    String type() {
        return envelope.path("type").asText();
    }

    String account() {
        return envelope.path("account").asText("");
    }

    /** Pretty printed, as Stripe sends it. */
    String body() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nextId() {
        return "evt_" + Long.toString(LAST_ID.incrementAndGet(), Character.MAX_RADIX);
    }
}
