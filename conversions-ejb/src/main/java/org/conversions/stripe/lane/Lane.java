package org.conversions.stripe.lane;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.Collectors;

/**
 * The lane of a Stripe event. Events of one lane are worked off one after the other, and those of one buyer have one lane;
 * different buyers run side by side. Stripe's ids alone decide, so that the lane is known before the workspace is. Pure.
 */
public final class Lane {

    /** A power of two, many times the processors of all nodes together. */
    public static final int COUNT = 64;
    public static final Set<Integer> ALL = IntStream.range(0, COUNT).boxed().collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PAYMENTS = Set.of("payment_intent", "charge");

    private Lane() {
    }

    /**
     * Names what events have in common that must not meet: the customer, else the payment, else the object.
     *
     * @param customer the Stripe customer that the object names or is, or null
     * @param object   the event's object, in whatever shape
     * @param eventId  what is left of an event without an object
     */
    public static String key(String customer, JsonNode object, String eventId) {
        JsonNode payment = object.path("payment");
        String itself = PAYMENTS.contains(object.path("object").asText()) ? id(object.path("id")) : null;
        return Stream.of(customer, id(object.path("payment_intent")), id(payment.path("payment_intent")), id(object.path("charge")),
                        id(payment.path("charge")), itself, id(object.path("id")), eventId)
                .filter(name -> name != null && !name.isEmpty()).findFirst().orElse("");
    }

    /** @return from 0 to {@link #COUNT} - 1, the same on every node */
    public static int of(String key) {
        int hash = key.hashCode();
        // Ids that were made one after the other differ in their last characters only.
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        return (hash ^ hash >>> 13) & COUNT - 1;
    }

    /** @return the id of what is named by it, or expanded */
    private static String id(JsonNode named) {
        return named.isTextual() ? named.textValue() : named.path("id").isTextual() ? named.path("id").textValue() : null;
    }
}
