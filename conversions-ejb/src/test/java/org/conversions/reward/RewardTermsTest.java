package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardTermsTest {

    private static final long SALE_MAX = 1_000_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
            // percentage in basis points, sale, earned
            "2000, 4900, 980", "3333, 100, 33", "5000, 1, 1", "4999, 1, 0", "150, 33, 0", "150, 34, 1", "0, 4900, 0",
            "10000, 4900, 4900", "1000, 99999999999995, 10000000000000"})
    void aPercentageOfTheSaleIsEarnedRoundedHalfUp(int basisPoints, long sale, long earned) {
        assertThat(new RewardTerms("rwt_1", basisPoints, null).earnings(sale)).isEqualTo(earned);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_900, 99_999_999_999L})
    void aFlatRewardDoesNotDependOnTheSale(long sale) {
        assertThat(new RewardTerms("rwt_1", null, 5_00L).earnings(sale)).isEqualTo(5_00);
    }

    @Property
    void aPercentageIsNeverMoreThanTheSale(@ForAll @IntRange(min = 0, max = 10_000) int basisPoints,
                                           @ForAll @LongRange(min = 0, max = SALE_MAX) long sale) {
        assertThat(new RewardTerms("rwt_1", basisPoints, null).earnings(sale)).isBetween(0L, sale);
    }

    @ParameterizedTest
    @CsvSource({
            // operator, value, whether it holds for tracked and for trial
            "EQUALS_TO, trial, false, true", "NOT_EQUALS, trial, true, false", "IN, trial;submitted, false, true",
            "NOT_IN, trial;submitted, true, false", "STARTS_WITH, tr, true, true", "STARTS_WITH, tri, false, true",
            "ENDS_WITH, ed, true, false", "ENDS_WITH, trial, false, true", "IN, submitted, false, false"})
    void aConditionComparesTheSource(Condition.Operator operator, String values, boolean tracked, boolean trial) {
        Condition condition = new Condition(operator, List.of(values.split(";")));
        assertThat(condition.holds(RewardContext.ofLead(1, "tracked"))).isEqualTo(tracked);
        assertThat(condition.holds(RewardContext.ofLead(1, "trial"))).isEqualTo(trial);
    }

    @Test
    void aModifierThatMatchesReplacesTheAmountAlsoByLess() {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(null, 5_00L),
                List.of(onSource("trial", new RewardAmount(null, 0L))));
        assertThat(terms.earnings(RewardContext.ofLead(3, "tracked"))).isEqualTo(15_00);
        assertThat(terms.earnings(RewardContext.ofLead(3, "trial"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "2000, 200", "2001, 200", "2010, 201", "10000, 1000"})
    @DisplayName("Of two that match the one that earns more here, not the one with the larger number")
    void computedEarningsAreCompared(long sale, long earned) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(9_000, null),
                List.of(onSource("tracked", new RewardAmount(1_000, null)), onSource("tracked", new RewardAmount(null, 200L))));
        assertThat(terms.earnings(sale)).isEqualTo(earned);
    }

    @Test
    void allConditionsOrAny() {
        List<Condition> conditions = List.of(new Condition(Condition.Operator.STARTS_WITH, List.of("tr")),
                new Condition(Condition.Operator.EQUALS_TO, List.of("trial")));
        RewardAmount amount = new RewardAmount(null, 1L);
        assertThat(new Modifier(true, conditions, amount).matches(RewardContext.ofSale(1))).isFalse();
        assertThat(new Modifier(false, conditions, amount).matches(RewardContext.ofSale(1))).isTrue();
    }

    @Property
    void noOtherMatchingModifierEarnsMore(@ForAll @LongRange(min = 0, max = SALE_MAX) long sale,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 10_000) Integer> percentages,
            @ForAll @Size(max = 5) List<@LongRange(min = 0, max = 99_999_999) Long> flat) {
        List<RewardAmount> amounts = Stream.concat(percentages.stream().map(part -> new RewardAmount(part, null)),
                flat.stream().map(cents -> new RewardAmount(null, cents))).toList();
        long earned = new RewardTerms("rwt_1", new RewardAmount(10_000, null),
                amounts.stream().map(amount -> onSource("tracked", amount)).toList()).earnings(sale);
        assertThat(amounts).extracting(amount -> amount.of(RewardContext.ofSale(sale))).contains(earned)
                .allMatch(other -> other <= earned);
    }

    private static Modifier onSource(String source, RewardAmount amount) {
        return new Modifier(true, List.of(new Condition(Condition.Operator.EQUALS_TO, List.of(source))), amount);
    }
}
