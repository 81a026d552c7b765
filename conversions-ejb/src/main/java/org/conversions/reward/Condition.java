package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition under which a reward is another one. One about what is not known holds in no case. Pure.
 *
 * @param values texts or numbers: one, or for {@code in} and {@code not_in} one or more
 * @param label  how a value is shown; null for as it is
 */
public record Condition(Fact fact, Operator operator, List<JsonNode> values, String label) {

    boolean holds(RewardFacts facts) {
        JsonNode known = facts.of(fact);
        if (known == null) {
            return false;
        }
        List<JsonNode> several = new ArrayList<>();
        if (known.isArray() && fact.attribute().kind() == Attribute.Kind.WORD) {
            known.forEach(several::add);
        } else {
            several.add(known);
        }
        if (operator.isOrdered() && several.stream().anyMatch(value -> number(value) == null)) {
            return false;
        }
        boolean any = values.stream().anyMatch(value -> several.stream().anyMatch(one -> compared(one, value)));
        return any != operator.isNegated();
    }

    private boolean compared(JsonNode known, JsonNode value) {
        if (value.isNumber() || operator.isOrdered()) {
            BigDecimal number = number(known);
            return number != null && operator.holds(number.compareTo(number(value)));
        }
        return operator.holds(text(known), value.textValue());
    }

    /** Stripe's metadata is text only: what reads like a number is one. @return null for what is none */
    private static BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isTextual() && value.textValue().length() <= NUMBER_LENGTH_MAX ? new BigDecimal(value.textValue().strip()) : null;
        } catch (NumberFormatException e) {
            return null; // a text like any other
        }
    }

    private static final int NUMBER_LENGTH_MAX = 40;

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
