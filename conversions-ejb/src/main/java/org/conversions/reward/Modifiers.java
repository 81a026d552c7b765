package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.Word;

/**
 * Reads and writes the modifiers of a reward in the JSON of the API. What this server does not know is
 * refused by its name: no condition is dropped. Pure.
 */
final class Modifiers {

    private static final int GROUPS_MAX = 20;
    private static final int CONDITIONS_MAX = 20;
    /** There are fewer countries. */
    private static final int VALUES_MAX = 250;
    private static final int TEXT_MAX = TextColumn.LENGTH_MAX;
    private static final String MAX_DURATION = "maxDuration";
    private static final String METADATA_FIELD = "metadataField";
    private static final String LABEL = "label";
    private static final Set<String> GROUP_FIELDS =
            Set.of("id", "operator", "conditions", "type", "amountInCents", "amountInPercentage", MAX_DURATION);
    private static final Set<String> CONDITION_FIELDS =
            Set.of("entity", "attribute", METADATA_FIELD, "operator", "value", LABEL);
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final String AND = "AND";
    private static final String OR = "OR";

    private Modifiers() {
    }

    /** A group as it was named, before it is known what reward it is for. @param type null for the reward's own */
    record Group(String at, String id, boolean all, List<Condition> conditions, String type, BigDecimal amountInPercentage,
                 Long amountInCents, Modifier.Duration duration) {

        /**
         * @param baseType the reward's own type
         * @throws RequestRefused unprocessable when the amount does not belong to the type
         */
        Modifier of(String baseType) {
            return new Modifier(id, all, conditions,
                    RewardAmount.of(at + ".", type == null ? baseType : type, amountInPercentage, amountInCents), duration);
        }
    }

    /**
     * @param event of the reward, which says what conditions may look at
     * @param json  an array of groups, or null for none
     * @throws RequestRefused unprocessable, naming the field
     */
    static List<Group> read(String event, JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : array("modifiers", json, 0, GROUPS_MAX)) {
            groups.add(group(event, "modifiers[" + groups.size() + "]", group));
        }
        return List.copyOf(groups);
    }

    /** Reads what {@link #write} wrote. */
    static List<Modifier> stored(String event, String json) {
        return read(event, Json.read(json)).stream().map(group -> group.of(null)).toList();
    }

    /** @return JSON that {@link #read} reads, with every operator and type written out */
    static ArrayNode write(List<Modifier> modifiers) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Modifier modifier : modifiers) {
            ObjectNode group = json.addObject();
            if (modifier.id() != null) {
                group.put("id", modifier.id());
            }
            group.put("operator", modifier.all() ? AND : OR);
            ArrayNode conditions = group.putArray("conditions");
            modifier.conditions().forEach(condition -> write(condition, conditions.addObject()));
            group.put("type", modifier.amount().type());
            if (modifier.amount().flat() != null) {
                group.put("amountInCents", modifier.amount().flat());
            } else {
                group.put("amountInPercentage", modifier.amount().percentage());
            }
            if (modifier.duration() != null) {
                group.put(MAX_DURATION, modifier.duration().months());
            }
        }
        return json;
    }

    private static void write(Condition condition, ObjectNode json) {
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

    private static Group group(String event, String at, JsonNode group) {
        onlyKnown(at, group, GROUP_FIELDS);
        String operator = group.has("operator") ? text(at + ".operator", group.get("operator")) : AND;
        if (!operator.equals(AND) && !operator.equals(OR)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".operator: must be one of AND, OR");
        }
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode condition : array(at + ".conditions", group.path("conditions"), 1, CONDITIONS_MAX)) {
            conditions.add(condition(event, at + ".conditions[" + conditions.size() + "]", condition));
        }
        String type = given(group, "type") ? text(at + ".type", group.get("type")) : null;
        return new Group(at, given(group, "id") ? text(at + ".id", group.get("id")) : null, operator.equals(AND),
                List.copyOf(conditions), type, percentage(at, group), cents(at, group), duration(event, at, group));
    }

    private static Modifier.Duration duration(String event, String at, JsonNode group) {
        if (!group.has(MAX_DURATION)) {
            return null;
        }
        String field = at + '.' + MAX_DURATION;
        JsonNode months = group.get(MAX_DURATION);
        if (!months.isNull() && (!months.isIntegralNumber() || !months.canConvertToInt())) {
            throw RequestRefused.unprocessable("field_malformed", field + ": must be a whole number of months, or null for ever");
        }
        if (!event.equals(Reward.SALE)) {
            throw RequestRefused.unprocessable("field_not_allowed", field + ": only rewards for sales have it");
        }
        Integer checked = months.isNull() ? null : months.intValue();
        RewardLimits.checkMonths(field, checked);
        return new Modifier.Duration(checked);
    }

    private static Condition condition(String event, String at, JsonNode condition) {
        onlyKnown(at, condition, CONDITION_FIELDS);
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
            for (JsonNode value : array(at + ".value", condition.path("value"), 1, VALUES_MAX)) {
                values.add(value(at + ".value", attribute, operator, value));
            }
        } else {
            values.add(value(at + ".value", attribute, operator, condition.path("value")));
        }
        return new Condition(new Fact(attribute, metadataField(at, attribute, condition)), operator, List.copyOf(values),
                given(condition, LABEL) ? text(at + ".label", condition.get(LABEL)) : null);
    }

    private static String metadataField(String at, Attribute attribute, JsonNode condition) {
        if (attribute.kind() == Attribute.Kind.METADATA) {
            String field = text(at + '.' + METADATA_FIELD, condition.path(METADATA_FIELD));
            if (field.isBlank()) {
                throw RequestRefused.unprocessable("field_missing", at + '.' + METADATA_FIELD + ": must name a field of the metadata");
            }
            return field;
        }
        if (given(condition, METADATA_FIELD)) {
            throw RequestRefused.unprocessable("field_not_allowed", at + '.' + METADATA_FIELD + ": belongs to metadata");
        }
        return null;
    }

    private static JsonNode value(String at, Attribute attribute, Operator operator, JsonNode json) {
        return switch (attribute.kind()) {
            case NUMBER -> number(at, json);
            case DATE -> date(at, json);
            case METADATA -> operator.isOrdered() ? number(at, json)
                    : operator.comparesWhole() && json.isNumber() ? json : JsonNodeFactory.instance.textNode(text(at, json));
            case TEXT, WORD -> JsonNodeFactory.instance.textNode(word(at, attribute, operator, text(at, json)));
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

    private static void onlyKnown(String at, JsonNode object, Set<String> fields) {
        if (!object.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be an object");
        }
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw RequestRefused.unprocessable("field_not_allowed", at + "." + field + ": is no field of it");
            }
        });
    }

    private static JsonNode array(String at, JsonNode json, int min, int max) {
        if (!json.isArray() || json.size() < min || json.size() > max) {
            throw RequestRefused.unprocessable("field_count_invalid",
                    at + ": must be an array of " + min + " to " + max);
        }
        return json;
    }

    private static String text(String at, JsonNode json) {
        if (!json.isTextual() || json.asText().isEmpty() || json.asText().length() > TEXT_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    at + ": must be a text of 1 to " + TEXT_MAX + " characters");
        }
        return json.asText();
    }

    private static boolean given(JsonNode group, String field) {
        return !group.path(field).isMissingNode() && !group.path(field).isNull();
    }

    private static Long cents(String at, JsonNode group) {
        if (!given(group, "amountInCents")) {
            return null;
        }
        JsonNode cents = group.get("amountInCents");
        if (!cents.isIntegralNumber() || !cents.canConvertToLong()) {
            throw RequestRefused.unprocessable("field_malformed", at + ".amountInCents: must be a whole number");
        }
        return cents.asLong();
    }

    private static BigDecimal percentage(String at, JsonNode group) {
        if (!given(group, "amountInPercentage")) {
            return null;
        }
        JsonNode percentage = group.get("amountInPercentage");
        try {
            if (percentage.isNumber()) {
                return new BigDecimal(percentage.asText());
            }
        } catch (NumberFormatException e) {
            throw notANumber(at); // beyond what any number type holds
        }
        throw notANumber(at);
    }

    private static RequestRefused notANumber(String at) {
        return RequestRefused.unprocessable("field_malformed", at + ".amountInPercentage: must be a number");
    }
}
