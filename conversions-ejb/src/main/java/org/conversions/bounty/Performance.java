package org.conversions.bounty;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.partner.MoveRule;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/**
 * The figure that earns a performance bounty, and how much of it. Pure.
 *
 * @param attribute a total of the partner
 * @param value     the least that earns it; amounts are minor units of the workspace's currency
 */
public record Performance(MoveRule.Attribute attribute, long value, BountyScope scope) {

    private static final Set<MoveRule.Attribute> TOTALS = EnumSet.complementOf(EnumSet.of(MoveRule.Attribute.PARTNER_ENROLLED_DAYS));
    private static final long VALUE_MAX = 1_000_000_000_000_000L;

    /** @throws RequestRefused unprocessable, naming the field */
    public static Performance checked(String attribute, String operator, Long value, String scope) {
        MoveRule.Attribute total = Word.find(MoveRule.Attribute.class, attribute).filter(TOTALS::contains).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "performanceCondition.attribute: must be one of "
                        + TOTALS.stream().map(Word::text).collect(Collectors.joining(", "))));
        if (operator != null && !operator.equals(MoveRule.Operator.GTE.text())) {
            throw RequestRefused.unprocessable("field_value_unknown", "performanceCondition.operator: must be gte");
        }
        if (value == null || value < 1 || value > VALUE_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "performanceCondition.value: must be a whole number of 1 to " + VALUE_MAX);
        }
        return new Performance(total, value, scope == null ? BountyScope.NEW : Word.find(BountyScope.class, scope).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "performanceScope: must be new or lifetime")));
    }

    /** @param baseline the figure when the bounty began @return what counts of the figure: never below 0 */
    long count(MoveRule.Standing standing, long baseline) {
        return Math.max(0, standing.of(attribute) - (scope == BountyScope.NEW ? baseline : 0));
    }

    boolean isMet(long count) {
        return count >= value;
    }
}
