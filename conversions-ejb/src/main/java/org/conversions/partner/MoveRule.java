package org.conversions.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/**
 * A rule of a group: partners for whom all of its rules hold are moved into it. Pure.
 *
 * @param values whole numbers; two for between, both included, one or more for in and not_in, else one
 */
public record MoveRule(Attribute attribute, Operator operator, List<Long> values) {

    private static final String AT = "moveRules";
    private static final int MAX = 10;
    private static final int VALUES_MAX = 100;

    /** What a rule looks at: what the partner came to so far, in the workspace's currency, or the full days in the program. */
    public enum Attribute implements Word {
        TOTAL_LEADS("totalLeads"), TOTAL_CONVERSIONS("totalConversions"), TOTAL_SALE_AMOUNT("totalSaleAmount"),
        TOTAL_COMMISSIONS("totalCommissions"), PARTNER_ENROLLED_DAYS("partnerEnrolledDays");

        private final String text;

        Attribute(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** How a figure is compared. */
    public enum Operator implements Word {
        EQ("eq"), NE("ne"), GT("gt"), GTE("gte"), LT("lt"), LTE("lte"), BETWEEN("between"), IN("in"), NOT_IN("not_in");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }

        boolean takesList() {
            return this == BETWEEN || this == IN || this == NOT_IN;
        }
    }

    /** What a partner came to. @param saleAmount net, minor units of the workspace's currency, as commissions */
    public record Standing(long leads, long conversions, long saleAmount, long commissions, long enrolledDays) {

        /** @return the figure */
        public long of(Attribute attribute) {
            return switch (attribute) {
                case TOTAL_LEADS -> leads;
                case TOTAL_CONVERSIONS -> conversions;
                case TOTAL_SALE_AMOUNT -> saleAmount;
                case TOTAL_COMMISSIONS -> commissions;
                case PARTNER_ENROLLED_DAYS -> enrolledDays;
            };
        }
    }

    public MoveRule {
        values = List.copyOf(values);
    }

    /** @param json an array of the API; null for none @throws RequestRefused unprocessable, naming the field */
    public static List<MoveRule> read(JsonNode json) {
        List<MoveRule> rules = new ArrayList<>();
        if (json == null || json.isNull()) {
            return rules;
        }
        if (!json.isArray() || json.size() > MAX) {
            throw RequestRefused.unprocessable("field_count_invalid", AT + ": must be an array of at most " + MAX);
        }
        json.forEach(rule -> rules.add(read(AT + "[" + rules.size() + "]", rule)));
        return rules;
    }

    /** @param json as it is stored; null for none */
    static List<MoveRule> stored(String json) {
        return json == null ? List.of() : read(Json.read(json));
    }

    /** @return JSON that {@link #read} reads */
    public static ArrayNode write(List<MoveRule> rules) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (MoveRule rule : rules) {
            ObjectNode one = json.addObject().put("attribute", rule.attribute.text).put("operator", rule.operator.text);
            if (rule.operator.takesList()) {
                ArrayNode values = one.putArray("value");
                rule.values.forEach(values::add);
            } else {
                one.put("value", rule.values.get(0));
            }
        }
        return json;
    }

    private static MoveRule read(String at, JsonNode json) {
        Attribute attribute = word(at, json, "attribute", Attribute.class, Attribute.values());
        Operator operator = word(at, json, "operator", Operator.class, Operator.values());
        json.fieldNames().forEachRemaining(field -> {
            if (!List.of("attribute", "operator", "value").contains(field)) {
                throw RequestRefused.unprocessable("field_not_allowed", at + "." + field + ": is no field of it");
            }
        });
        List<Long> values = new ArrayList<>();
        JsonNode value = json.path("value");
        if (operator.takesList() != value.isArray() || value.isArray() && (value.isEmpty() || value.size() > VALUES_MAX)) {
            throw malformed(at, operator);
        }
        (value.isArray() ? value : Json.MAPPER.createArrayNode().add(value)).forEach(number -> {
            if (!number.isIntegralNumber() || !number.canConvertToLong()) {
                throw malformed(at, operator);
            }
            values.add(number.longValue());
        });
        if (operator == Operator.BETWEEN && (values.size() != 2 || values.get(0) > values.get(1))) {
            throw malformed(at, operator);
        }
        return new MoveRule(attribute, operator, values);
    }

    private static RequestRefused malformed(String at, Operator operator) {
        return RequestRefused.unprocessable("field_malformed", at + ".value: must be " + (operator == Operator.BETWEEN
                ? "two whole numbers, the smaller one first" : operator.takesList() ? "an array of 1 to " + VALUES_MAX + " whole numbers"
                : "a whole number"));
    }

    private static <W extends Enum<W> & Word> W word(String at, JsonNode json, String field, Class<W> type, W[] all) {
        return Word.find(type, json.path(field).asText()).orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown",
                at + '.' + field + ": must be one of " + Stream.of(all).map(Word::text).collect(Collectors.joining(", "))));
    }

    /** @return whether a partner who came to this is to be in the group */
    public boolean holds(Standing standing) {
        long is = standing.of(attribute);
        long first = values.get(0);
        return switch (operator) {
            case EQ -> is == first;
            case NE -> is != first;
            case GT -> is > first;
            case GTE -> is >= first;
            case LT -> is < first;
            case LTE -> is <= first;
            case BETWEEN -> is >= first && is <= values.get(1);
            case IN -> values.contains(is);
            case NOT_IN -> !values.contains(is);
        };
    }

    /** @return why it holds, for people: what it asks, and what the partner came to */
    public String explain(Standing standing) {
        return attribute.text + ' ' + operator.text + ' ' + (operator.takesList() ? values.toString() : values.get(0).toString())
                + " (" + standing.of(attribute) + ')';
    }
}
