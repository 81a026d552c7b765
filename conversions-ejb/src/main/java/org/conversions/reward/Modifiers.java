package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private static final int VALUES_MAX = 20;
    private static final int TEXT_MAX = TextColumn.LENGTH_MAX;
    private static final Set<String> GROUP_FIELDS =
            Set.of("operator", "conditions", "type", "amountInCents", "amountInPercentage");
    private static final Set<String> CONDITION_FIELDS = Set.of("entity", "attribute", "operator", "value");
    private static final String AND = "AND";
    private static final String OR = "OR";

    private Modifiers() {
    }

    /** A group as it was named, before it is known what reward it is for. @param type null for the reward's own */
    record Group(String at, boolean all, List<Condition> conditions, String type, BigDecimal amountInPercentage,
                 Long amountInCents) {

        /**
         * @param baseType the reward's own type
         * @throws RequestRefused unprocessable when the amount does not belong to the type
         */
        Modifier of(String baseType) {
            return new Modifier(all, conditions,
                    RewardAmount.of(at + ".", type == null ? baseType : type, amountInPercentage, amountInCents));
        }
    }

    /**
     * @param json an array of groups, or null for none
     * @throws RequestRefused unprocessable, naming the field
     */
    static List<Group> read(JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : array("modifiers", json, 0, GROUPS_MAX)) {
            groups.add(group("modifiers[" + groups.size() + "]", group));
        }
        return List.copyOf(groups);
    }

    /** Reads what {@link #write} wrote. */
    static List<Modifier> stored(String json) {
        return read(Json.read(json)).stream().map(group -> group.of(null)).toList();
    }

    /** @return JSON that {@link #read} reads, with every operator and type written out */
    static ArrayNode write(List<Modifier> modifiers) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Modifier modifier : modifiers) {
            ObjectNode group = json.addObject().put("operator", modifier.all() ? AND : OR);
            ArrayNode conditions = group.putArray("conditions");
            modifier.conditions().forEach(condition -> write(condition, conditions.addObject()));
            group.put("type", modifier.amount().type());
            if (modifier.amount().flat() != null) {
                group.put("amountInCents", modifier.amount().flat());
            } else {
                group.put("amountInPercentage", modifier.amount().percentage());
            }
        }
        return json;
    }

    private static void write(Condition condition, ObjectNode json) {
        json.put("entity", Condition.ENTITY).put("attribute", Condition.ATTRIBUTE)
                .put("operator", condition.operator().text());
        if (condition.operator().takesList()) {
            ArrayNode values = json.putArray("value");
            condition.values().forEach(values::add);
        } else {
            json.put("value", condition.values().get(0));
        }
    }

    private static Group group(String at, JsonNode group) {
        onlyKnown(at, group, GROUP_FIELDS);
        String operator = group.has("operator") ? text(at + ".operator", group.get("operator")) : AND;
        if (!operator.equals(AND) && !operator.equals(OR)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".operator: must be one of AND, OR");
        }
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode condition : array(at + ".conditions", group.path("conditions"), 1, CONDITIONS_MAX)) {
            conditions.add(condition(at + ".conditions[" + conditions.size() + "]", condition));
        }
        String type = given(group, "type") ? text(at + ".type", group.get("type")) : null;
        return new Group(at, operator.equals(AND), List.copyOf(conditions), type, percentage(at, group),
                cents(at, group));
    }

    private static Condition condition(String at, JsonNode condition) {
        onlyKnown(at, condition, CONDITION_FIELDS);
        if (!Condition.ENTITY.equals(condition.path("entity").asText())) {
            throw RequestRefused.unprocessable("field_not_supported",
                    at + ".entity: only customer is supported by this server yet");
        }
        if (!Condition.ATTRIBUTE.equals(condition.path("attribute").asText())) {
            throw RequestRefused.unprocessable("field_not_supported",
                    at + ".attribute: only source is supported by this server yet");
        }
        Condition.Operator operator = Word.find(Condition.Operator.class, condition.path("operator").asText())
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                        at + ".operator: must be one of equals_to, not_equals,"
                        + " in, not_in, starts_with, ends_with"));
        List<String> values = new ArrayList<>();
        if (operator.takesList()) {
            for (JsonNode value : array(at + ".value", condition.path("value"), 1, VALUES_MAX)) {
                values.add(value(at, operator, value));
            }
        } else {
            values.add(value(at, operator, condition.path("value")));
        }
        return new Condition(operator, List.copyOf(values));
    }

    private static String value(String at, Condition.Operator operator, JsonNode json) {
        String value = text(at + ".value", json);
        if (operator.comparesWhole() && !Condition.SOURCES.contains(value)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".value: must be of "
                    + String.join(", ", new TreeSet<>(Condition.SOURCES)));
        }
        return value;
    }

    private static void onlyKnown(String at, JsonNode object, Set<String> fields) {
        if (!object.isObject()) {
            throw RequestRefused.unprocessable("field_malformed", at + ": must be an object");
        }
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw RequestRefused.unprocessable("field_not_supported",
                        at + "." + field + ": is not supported by this server yet");
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
