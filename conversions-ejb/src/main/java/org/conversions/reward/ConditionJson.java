package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** Reads and writes a condition of a modifier in the JSON of the API. Pure. */
final class ConditionJson {

    /** There are fewer countries. */
    private static final int VALUES_MAX = 250;
    private static final String METADATA_FIELD = "metadataField";
    private static final String LABEL = "label";
    private static final Set<String> CONDITION_FIELDS =
            Set.of("entity", "attribute", METADATA_FIELD, "operator", "value", LABEL);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private ConditionJson() {
    }

    /**
     * @param event of the reward, which says what it may look at
     * @param at    the name of the condition, for who is refused
     * @throws RequestRefused unprocessable, naming the field
     */
    static Condition read(String event, String at, JsonNode condition) {
        JsonFields.onlyKnown(at, condition, CONDITION_FIELDS);
        Attribute attribute = Attribute.find(condition.path("entity").asText(), condition.path("attribute").asText())
                .filter(known -> known.isOf(event))
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                        at + ".attribute: a " + event + " reward may look at " + Attribute.namesOf(event)));
        Set<Operator> operators = Operator.of(attribute.kind());
        Operator operator = Word.find(Operator.class, condition.path("operator").asText()).filter(operators::contains)
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", at + ".operator: for " + attribute.text()
                        + " it must be one of " + operators.stream().map(Operator::text).collect(Collectors.joining(", "))));
        List<JsonNode> values = new ArrayList<>();
        if (operator.takesList()) {
            for (JsonNode value : JsonFields.array(at + ".value", condition.path("value"), 1, VALUES_MAX)) {
                values.add(value(at + ".value", attribute, operator, value));
            }
        } else {
            values.add(value(at + ".value", attribute, operator, condition.path("value")));
        }
        return new Condition(new Fact(attribute, metadataField(at, attribute, condition)), operator, List.copyOf(values),
                JsonFields.given(condition, LABEL) ? JsonFields.text(at + ".label", condition.get(LABEL)) : null);
    }

    private static String metadataField(String at, Attribute attribute, JsonNode condition) {
        if (attribute.kind() == Attribute.Kind.METADATA) {
            String field = JsonFields.text(at + '.' + METADATA_FIELD, condition.path(METADATA_FIELD));
            if (field.isBlank()) {
                throw RequestRefused.unprocessable("field_missing", at + '.' + METADATA_FIELD + ": must name a field of the metadata");
            }
            return field;
        }
        if (JsonFields.given(condition, METADATA_FIELD)) {
            throw RequestRefused.unprocessable("field_not_allowed", at + '.' + METADATA_FIELD + ": belongs to metadata");
        }
        return null;
    }

    private static JsonNode value(String at, Attribute attribute, Operator operator, JsonNode json) {
        return switch (attribute.kind()) {
            case NUMBER -> number(at, json);
            case DATE -> date(at, json);
            case METADATA -> operator.isOrdered() ? number(at, json)
                    : operator.comparesWhole() && json.isNumber() ? json : JsonNodeFactory.instance.textNode(JsonFields.text(at, json));
            case TEXT, WORD -> JsonNodeFactory.instance.textNode(word(at, attribute, operator, JsonFields.text(at, json)));
        };
    }

    private static JsonNode number(String at, JsonNode json) {
        if (!json.isNumber()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be a number");
        }
        return json;
    }

    private static JsonNode date(String at, JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be a time in milliseconds since 1970");
        }
        return json;
    }

    private static String word(String at, Attribute attribute, Operator operator, String value) {
        Set<String> words = attribute.words();
        if (!words.isEmpty() && !words.contains(value)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ": must be of " + String.join(", ", new TreeSet<>(words)));
        }
        boolean country = attribute == Attribute.CUSTOMER_COUNTRY || attribute == Attribute.PARTNER_COUNTRY;
        if (country && operator.comparesWhole() && !COUNTRY.matcher(value).matches()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be two capital letters");
        }
        return value;
    }

    /** @param json an empty object, which {@link #read} reads afterwards */
    static void write(Condition condition, ObjectNode json) {
        json.put("entity", condition.fact().attribute().entity()).put("attribute", condition.fact().attribute().attribute());
        if (condition.fact().metadataField() != null) {
            json.put(METADATA_FIELD, condition.fact().metadataField());
        }
        json.put("operator", condition.operator().text());
        if (condition.operator().takesList()) {
            ArrayNode values = json.putArray("value");
            condition.values().forEach(values::add);
        } else {
            json.set("value", condition.values().get(0));
        }
        if (condition.label() != null) {
            json.put(LABEL, condition.label());
        }
    }
}
