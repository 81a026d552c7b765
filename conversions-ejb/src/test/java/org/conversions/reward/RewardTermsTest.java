package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
    private static final Fact SOURCE = new Fact(Attribute.CUSTOMER_SOURCE, null);
    private static final RewardFacts FROM_CLICK = RewardFacts.NONE.with(SOURCE, "tracked");
    private static final RewardFacts FROM_TRIAL = RewardFacts.NONE.with(SOURCE, "trial");

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

    @Test
    void aModifierThatMatchesReplacesTheAmountAlsoByLess() {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(null, 5_00L),
                List.of(onSource("trial", new RewardAmount(null, 0L))));
        assertThat(terms.earnings(RewardContext.ofMany(3, FROM_CLICK))).isEqualTo(15_00);
        assertThat(terms.earnings(RewardContext.ofMany(3, FROM_TRIAL))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "2000, 200", "2001, 200", "2010, 201", "10000, 1000"})
    @DisplayName("Of two that match the one that earns more here, not the one with the larger number")
    void computedEarningsAreCompared(long sale, long earned) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(9_000, null),
                List.of(onSource("tracked", new RewardAmount(1_000, null)), onSource("tracked", new RewardAmount(null, 200L))));
        assertThat(terms.earnings(sold(sale))).isEqualTo(earned);
    }

    @Test
    void allConditionsOrAny() {
        List<Condition> conditions = List.of(source(Operator.EQUALS_TO, "tracked"), source(Operator.EQUALS_TO, "trial"));
        RewardAmount amount = new RewardAmount(null, 1L);
        assertThat(new Modifier(true, conditions, amount).matches(FROM_CLICK)).isFalse();
        assertThat(new Modifier(false, conditions, amount).matches(FROM_CLICK)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "ever", value = {
        // months of the reward, earlier sales, months since the first, earned
        "ever, 0, 0, 1000", "ever, 40, 90, 1000", "0, 0, 0, 1000", "0, 1, 0, 0", "12, 1, 11, 1000", "12, 11, 12, 0", "1, 1, 1, 0"})
    void aRewardEndsAfterItsMonths(Integer months, int earlier, int since, long earned) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(1_000, null), List.of(), new RewardLimits(months, null, null));
        assertThat(terms.earnings(sold(10_000, slot(earlier, since)))).isEqualTo(earned);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "2, 0", "3, 0"})
    void aRewardEndsAfterSoManySales(int earlier, long earned) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(1_000, null), List.of(), new RewardLimits(null, 2, null));
        assertThat(terms.earnings(sold(10_000, slot(earlier, earlier)))).isEqualTo(earned);
    }

    @Test
    void aModifierWhoseOwnTimeIsOverEarnsNothingAndTheRewardDoesNotStepIn() {
        Modifier first = new Modifier(null, true, List.of(source(Operator.EQUALS_TO, "tracked")), new RewardAmount(4_000, null),
                new Modifier.Duration(0));
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(1_000, null), List.of(first), new RewardLimits(12, null, null));
        assertThat(terms.earnings(sold(10_000, slot(0, 0)))).isEqualTo(4_000);
        assertThat(terms.earned(sold(10_000, slot(1, 1)))).isEqualTo(new RewardTerms.Earned(0, Set.of(0)));
        Modifier forEver = new Modifier(null, true, first.conditions(), new RewardAmount(2_000, null), new Modifier.Duration(null));
        RewardTerms both = new RewardTerms("rwt_1", new RewardAmount(1_000, null), List.of(first, forEver), new RewardLimits(12, null, null));
        assertThat(both.earnings(sold(10_000, slot(20, 20)))).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        // amounts of three products, of which the first two earn half and the third a flat 1.00
        "3, 3, 0, 3", "1, 1, 1, 101", "333, 333, 334, 433", "1000, 0, 1000, 600"})
    void partsOfASaleAreJudgedByTheirProductsAndRoundedOnce(long one, long two, long three, long earned) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(null, 100L), List.of(new Modifier(true,
                List.of(product(Operator.IN, "prod_1", "prod_2")), new RewardAmount(5_000, null))));
        RewardContext context = new RewardContext(one + two + three, 1, slot(0, 0), Stream.of(
                new RewardContext.ProductAmount("prod_1", one), new RewardContext.ProductAmount("prod_2", two),
                new RewardContext.ProductAmount(null, three)).filter(product -> product.amount() > 0).toList(), RewardFacts.NONE);
        assertThat(terms.earnings(context)).isEqualTo(earned);
    }

    @Property
    void whatIsOfOneKindIsRoundedAsAWhole(@ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> parts,
                                          @ForAll @IntRange(min = 0, max = 10_000) int basisPoints) {
        RewardTerms terms = new RewardTerms("rwt_1", new RewardAmount(basisPoints, null),
                List.of(new Modifier(true, List.of(product(Operator.EQUALS_TO, "other")), new RewardAmount(1, null))));
        long whole = parts.stream().mapToLong(Long::longValue).sum();
        RewardContext context = new RewardContext(whole, 1, slot(0, 0), parts.stream()
                .map(part -> new RewardContext.ProductAmount("prod_1", part)).toList(), RewardFacts.NONE);
        assertThat(terms.earnings(context)).isEqualTo(new RewardTerms("rwt_2", basisPoints, null).earnings(whole));
    }

    @Property
    void noOtherMatchingModifierEarnsMore(@ForAll @LongRange(min = 0, max = SALE_MAX) long sale,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 10_000) Integer> percentages,
            @ForAll @Size(max = 5) List<@LongRange(min = 0, max = 99_999_999) Long> flat) {
        List<RewardAmount> amounts = Stream.concat(percentages.stream().map(part -> new RewardAmount(part, null)),
                flat.stream().map(cents -> new RewardAmount(null, cents))).toList();
        long earned = new RewardTerms("rwt_1", new RewardAmount(10_000, null),
                amounts.stream().map(amount -> onSource("tracked", amount)).toList()).earnings(sold(sale));
        assertThat(amounts).extracting(amount -> amount.of(sale, 1)).contains(earned)
                .allMatch(other -> other <= earned);
    }

    private static Modifier onSource(String source, RewardAmount amount) {
        return new Modifier(true, List.of(source(Operator.EQUALS_TO, source)), amount);
    }

    /** A condition on the buyer's source. */
    static Condition source(Operator operator, String value) {
        return new Condition(SOURCE, operator, List.of(JsonNodeFactory.instance.textNode(value)), null);
    }

    private static Condition product(Operator operator, String... ids) {
        return new Condition(new Fact(Attribute.SALE_PRODUCT, null), operator,
                Stream.of(ids).<JsonNode>map(JsonNodeFactory.instance::textNode).toList(), null);
    }

    private static RewardContext sold(long sale) {
        return sold(sale, slot(0, 0));
    }

    private static RewardContext sold(long sale, Slot slot) {
        return new RewardContext(sale, 1, slot, List.of(), FROM_CLICK);
    }

    private static Slot slot(int earlier, int monthsSince) {
        Instant first = Instant.parse("2026-01-31T10:00:00Z");
        Instant at = first.atZone(ZoneOffset.UTC).plusMonths(monthsSince).toInstant();
        return earlier == 0 ? Slot.first(at) : new Slot(earlier, first, at);
    }
}
