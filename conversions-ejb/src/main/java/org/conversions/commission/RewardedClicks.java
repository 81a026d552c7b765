package org.conversions.commission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.conversions.money.StoredMoney;
import org.conversions.reward.Attribute;
import org.conversions.reward.Credit;
import org.conversions.reward.Fact;
import org.conversions.reward.RewardContext;
import org.conversions.reward.RewardFacts;

/**
 * Clicks on a link that credit a partner by the same terms. Pure.
 *
 * @param byCountry how many came from each country; empty text for those of which none is known, or none is looked at
 */
public record RewardedClicks(Credit credit, Map<String, Long> byCountry) {

    private static final Fact COUNTRY = new Fact(Attribute.CUSTOMER_COUNTRY, null);
    private static final String CLICKS = "clicks";
    private static final String ROOM = "spendLimit.room";

    public RewardedClicks {
        byCountry = Map.copyOf(byCountry);
    }

    /** What several of them come to. @param earned minor units @param inputs what conditions and limits looked at */
    record Sum(long clicks, long earned, RewardFacts inputs) {
    }

    long clicks() {
        return byCountry.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Adds up what a partner earns by a day's clicks on a link, in the order of time.
     *
     * @param room what may still be earned under the limit of the terms, without these clicks
     */
    static Sum sum(List<RewardedClicks> parts, ToLongFunction<Credit> room) {
        long clicks = 0;
        long earned = 0;
        RewardFacts inputs = RewardFacts.NONE;
        ObjectNode countries = JsonNodeFactory.instance.objectNode();
        for (RewardedClicks part : parts) {
            clicks += part.clicks();
            long more = part.earnings();
            if (part.credit().terms().limits().spendLimit() != null && part.clicks() > 0) {
                long left = room.applyAsLong(part.credit());
                inputs = inputs.with(ROOM, JsonNodeFactory.instance.numberNode(left));
                more = Math.min(more, Math.max(0, left - earned));
            }
            earned = Math.min(earned + more, StoredMoney.MINOR_MAX);
            if (part.looksAtCountries()) {
                new TreeMap<>(part.byCountry()).forEach((country, count) ->
                        countries.put(country, countries.path(country).longValue() + count));
            }
        }
        return new Sum(clicks, earned, countries.isEmpty() ? inputs : inputs.with(CLICKS, countries));
    }

    private boolean looksAtCountries() {
        return !credit.terms().facts().isEmpty();
    }

    private long earnings() {
        return Math.min(StoredMoney.MINOR_MAX, byCountry.entrySet().stream().filter(of -> of.getValue() > 0)
                .mapToLong(of -> credit.terms().earnings(RewardContext.ofMany(Math.toIntExact(of.getValue()),
                        of.getKey().isEmpty() ? RewardFacts.NONE : RewardFacts.NONE.with(COUNTRY, of.getKey())))).sum());
    }
}
