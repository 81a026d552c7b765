package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;

/**
 * Reads and writes the modifiers of a reward in the JSON of the API. What this server does not know is
 * refused by its name: no condition is dropped. Pure.
 */
final class Modifiers {

    private static final int GROUPS_MAX = 20;
    private static final int CONDITIONS_MAX = 20;
    private static final String MAX_DURATION = "maxDuration";
    private static final Set<String> GROUP_FIELDS =
            Set.of("id", "operator", "conditions", "type", "amountInCents", "amountInPercentage", MAX_DURATION);
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
        for (JsonNode group : JsonFields.array("modifiers", json, 0, GROUPS_MAX)) {
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
            modifier.conditions().forEach(condition -> ConditionJson.write(condition, conditions.addObject()));
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

    private static Group group(String event, String at, JsonNode group) {
        JsonFields.onlyKnown(at, group, GROUP_FIELDS);
        String operator = group.has("operator") ? JsonFields.text(at + ".operator", group.get("operator")) : AND;
        if (!operator.equals(AND) && !operator.equals(OR)) {
            throw RequestRefused.unprocessable("field_value_unknown", at + ".operator: must be one of AND, OR");
        }
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode condition : JsonFields.array(at + ".conditions", group.path("conditions"), 1, CONDITIONS_MAX)) {
            conditions.add(ConditionJson.read(event, at + ".conditions[" + conditions.size() + "]", condition));
        }
        String type = JsonFields.given(group, "type") ? JsonFields.text(at + ".type", group.get("type")) : null;
        return new Group(at, JsonFields.given(group, "id") ? JsonFields.text(at + ".id", group.get("id")) : null, operator.equals(AND),
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

    private static Long cents(String at, JsonNode group) {
        if (!JsonFields.given(group, "amountInCents")) {
            return null;
        }
        JsonNode cents = group.get("amountInCents");
        if (!cents.isIntegralNumber() || !cents.canConvertToLong()) {
            throw RequestRefused.unprocessable("field_malformed", at + ".amountInCents: must be a whole number");
        }
        return cents.asLong();
    }

    private static BigDecimal percentage(String at, JsonNode group) {
        if (!JsonFields.given(group, "amountInPercentage")) {
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
