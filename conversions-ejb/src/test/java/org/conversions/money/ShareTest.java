package org.conversions.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    @Property
    void theWholeShareIsTheWholeAmount(@ForAll long amount, @ForAll @LongRange(min = 1) long whole) {
        assertThat(new Share(whole, whole).of(amount)).isEqualTo(amount);
        assertThat(Share.ALL.of(amount)).isEqualTo(amount);
    }

    @Property
    void noShareIsNothing(@ForAll long amount, @ForAll @LongRange(min = 1) long whole) {
        assertThat(new Share(0, whole).of(amount)).isZero();
    }

    @Property
    void aShareIsRoundedHalfUpOnce(@ForAll @LongRange(min = 0) long amount, @ForAll("shares") Share share) {
        BigInteger doubled = BigInteger.valueOf(amount).multiply(share.part()).shiftLeft(1);
        BigInteger whole = share.whole();
        assertThat(share.of(amount)).isEqualTo(doubled.add(whole).divide(whole.shiftLeft(1)).longValueExact());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 1", "1, 2, 3, 2", "1, 3, 1, 0", "2, 3, 1, 1", "1, 3, 100, 33", "2, 3, 100, 67", "49, 100, 1, 0",
            "1, 3, 99999999999999, 33333333333333", "1, 2, 9223372036854775807, 4611686018427387904"})
    void halfACentIsACent(long part, long whole, long amount, long expected) {
        assertThat(new Share(part, whole).of(amount)).isEqualTo(expected);
    }

    @Property
    void aLargerShareIsNeverLess(@ForAll @LongRange(min = 0) long amount, @ForAll("shares") Share one,
                                 @ForAll("shares") Share other) {
        boolean inOrder = one.part().multiply(other.whole()).compareTo(other.part().multiply(one.whole())) <= 0;
        Share smaller = inOrder ? one : other;
        Share larger = inOrder ? other : one;
        assertThat(smaller.of(amount)).isLessThanOrEqualTo(larger.of(amount)).isBetween(0L, amount);
    }

    @Property
    void stepsOfARunningTotalAddUpToTheAmount(@ForAll @LongRange(min = 0, max = AMOUNT_MAX) long amount,
                                              @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000_000) Long> parts) {
        long whole = Math.max(1, sum(parts));
        long sum = 0;
        long taken = 0;
        for (long part : parts) {
            sum += part;
            long step = new Share(sum, whole).of(amount) - taken;
            assertThat(step).isNotNegative();
            taken += step;
        }
        assertThat(taken).isEqualTo(sum == whole ? amount : 0);
    }

    @Property
    void runningTotalsInAnyOrderEndAsTheLargest(@ForAll @LongRange(min = 0, max = AMOUNT_MAX) long amount,
                                                @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 12_000) Long> totals) {
        long taken = 0;
        for (long total : totals) {
            taken = Math.max(taken, new Share(total, 12_000).of(amount));
        }
        assertThat(taken).isEqualTo(new Share(totals.stream().mapToLong(total -> total).max().orElseThrow(), 12_000).of(amount));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "49, 49", "1250, 1250", "3333, 3333", "10000, 10000"})
    void basisPointsAreHundredthsOfAPercent(int basisPoints, long ofHundredDollars) {
        assertThat(Share.ofBasisPoints(basisPoints).of(100_00)).isEqualTo(ofHundredDollars);
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "101, 100", "1, 0", "0, 0", "-1, -1", "1, -1"})
    void lessThanNothingAndMoreThanAllIsNoShare(long part, long whole) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(part, whole)).withMessageContaining(part + " of " + whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void basisPointsBeyondAHundredPercentAreNoShare(int basisPoints) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.ofBasisPoints(basisPoints));
    }

    @Property
    void sharesAreAddedAndMultipliedExactly(@ForAll("shares") Share one, @ForAll("shares") Share other) {
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(Share.ALL)).isEqualTo(Share.ALL);
        assertThat(one.plus(Share.NONE)).isEqualTo(one);
        assertThat(one.times(Share.ALL)).isEqualTo(one);
        assertThat(one.times(Share.NONE)).isEqualTo(Share.NONE);
        assertThat(Share.parse(one.toString())).isEqualTo(one);
    }

    @Test
    void aThirdAndASixthAreAHalf() {
        assertThat(new Share(1, 3).plus(new Share(1, 6))).isEqualTo(new Share(1, 2));
        assertThat(new Share(2, 3).times(new Share(3, 4))).isEqualTo(new Share(50, 100));
    }

    @Provide
    Arbitrary<Share> shares() {
        return Combinators.combine(Arbitraries.longs().between(1, Long.MAX_VALUE), Arbitraries.longs().between(0, Long.MAX_VALUE))
                .as((whole, part) -> new Share(whole == Long.MAX_VALUE ? part : part % (whole + 1), whole));
    }

    private static long sum(List<Long> parts) {
        return parts.stream().mapToLong(part -> part).sum();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2000, 0", "1, 1, 2000, -2000", "1, 4, 2000, -500", "1, 2, 3, -2", "1, 3, 0, 0"})
    void theChangeOfAnAmountThatGoesBackIsNegative(long part, long whole, long amount, long change) {
        assertThat(new Share(part, whole).backFrom(amount)).isEqualTo(change);
    }
}
