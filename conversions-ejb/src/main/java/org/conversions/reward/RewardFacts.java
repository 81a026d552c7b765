package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.conversions.platform.Json;

/**
 * The facts that the conditions of a reward look at, as JSON values by their names, as they are kept with a commission. Of
 * what nothing is known there is none: absent and null are the same. Pure.
 */
public record RewardFacts(Map<String, JsonNode> values) {

    /** Nothing is known. */
    public static final RewardFacts NONE = new RewardFacts(Map.of());

    private static final JsonNodeFactory VALUES = JsonNodeFactory.instance;

    public RewardFacts {
        values = Map.copyOf(values);
    }

    /** Reads what {@link #text} wrote. */
    public static RewardFacts parse(String text) {
        Map<String, JsonNode> values = new TreeMap<>();
        if (text != null) {
            Json.read(text).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        }
        return new RewardFacts(values);
    }

    /** @return the value, or null */
    public JsonNode of(Fact fact) {
        return values.get(fact.key());
    }

    public RewardFacts with(Fact fact, JsonNode value) {
        return with(fact.key(), value);
    }

    /** @param key of something that no condition looks at @param value null for none */
    public RewardFacts with(String key, JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return this;
        }
        Map<String, JsonNode> more = new TreeMap<>(values);
        more.put(key, value);
        return new RewardFacts(more);
    }

    public RewardFacts without(Fact fact) {
        Map<String, JsonNode> less = new TreeMap<>(values);
        less.remove(fact.key());
        return new RewardFacts(less);
    }

    public RewardFacts with(Fact fact, String value) {
        return value == null ? this : with(fact, VALUES.textNode(value));
    }

    public RewardFacts with(Fact fact, long value) {
        return with(fact, VALUES.numberNode(value));
    }

    /** @param value null for none @return with milliseconds since 1970 */
    public RewardFacts with(Fact fact, Instant value) {
        return value == null ? this : with(fact, value.toEpochMilli());
    }

    public RewardFacts with(Fact fact, Collection<String> values) {
        var array = VALUES.arrayNode();
        values.forEach(array::add);
        return with(fact, array);
    }

    /** @return a JSON object; null for none */
    public String text() {
        if (values.isEmpty()) {
            return null;
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        new TreeMap<>(values).forEach(json::set);
        return json.toString();
    }
}
