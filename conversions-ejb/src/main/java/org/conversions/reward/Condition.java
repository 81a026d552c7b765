package org.conversions.reward;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.conversions.platform.Word;

/**
 * A condition under which a reward is another one; for now about where the buyer came from. Pure.
 *
 * @param values one, or for {@code in} and {@code not_in} one or more
 */
public record Condition(Operator operator, List<String> values) {

    static final String ENTITY = "customer";
    static final String ATTRIBUTE = "source";
    /** The sources of a buyer. {@code submitted} is a published value that this server gives to no buyer. */
    static final Set<String> SOURCES = Set.of("tracked", "submitted", "trial");

    /** The comparison of the attribute, in the words of the API. */
    public enum Operator implements Word {
        EQUALS_TO(false, true, String::equals), NOT_EQUALS(true, true, String::equals),
        IN(false, true, String::equals), NOT_IN(true, true, String::equals),
        STARTS_WITH(false, false, String::startsWith), ENDS_WITH(false, false, String::endsWith);

        private final boolean negated;
        private final boolean whole;
        private final BiPredicate<String, String> comparison;

        Operator(boolean negated, boolean whole, BiPredicate<String, String> comparison) {
            this.negated = negated;
            this.whole = whole;
            this.comparison = comparison;
        }

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takesList() {
            return this == IN || this == NOT_IN;
        }

        /** @return true when it compares with whole values of the attribute, not with parts of them */
        boolean comparesWhole() {
            return whole;
        }
    }

    boolean holds(RewardContext context) {
        boolean any = values.stream().anyMatch(value -> operator.comparison.test(context.customerSource(), value));
        return any != operator.negated;
    }
}
