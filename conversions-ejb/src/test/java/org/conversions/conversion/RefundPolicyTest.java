package org.conversions.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTest {

    private static final long SALE_MAX = 1_000_000_000_000L;
    private static final long CHARGED = 12_000;

    /** A charge's refunds have come to so much. */
    record Told(String charge, long refunded) {
        Share share() {
            return new Share(refunded, CHARGED);
        }
    }

    /** The entries of one sale. */
    static final class Entries {
        private final long sale;
        private final Map<String, Long> takenBack = new HashMap<>();

        Entries(long sale) {
            this.sale = sale;
        }

        long hear(Told told) {
            long amount = RefundPolicy.toTakeBack(sale, takenBack.getOrDefault(told.charge(), 0L), takenBackAll(), told.share());
            takenBack.merge(told.charge(), amount, Long::sum);
            return amount;
        }

        long takenBackAll() {
            return takenBack.values().stream().mapToLong(amount -> amount).sum();
        }
    }

    @ParameterizedTest
    @CsvSource({
            // sale, told before, all told before, refunded of 12000, to take back
            "10000,     0,     0, 12000, 10000",
            "10000,     0,     0,  6000,  5000",
            "10000,  5000,  5000,  6000,     0",
            "10000,  5000,  5000,  3000,     0",
            "10000,  5000,  5000, 12000,  5000",
            "10000,     0,     0,     1,     1",
            "10000,     0,     0,     0,     0",
            "    1,     0,     0,  5999,     0",
            "    1,     0,     0,  6000,     1",
            "10000,     0,  9000,  6000,  1000",
            "10000,     0, 10000, 12000,     0"})
    void theRefundedShareOfTheChargeIsTakenBackOfTheSale(long sale, long takenBack, long takenBackAll, long refunded, long due) {
        assertThat(RefundPolicy.toTakeBack(sale, takenBack, takenBackAll, new Share(refunded, CHARGED))).isEqualTo(due);
    }

    @Property
    void refundsInAnyOrderAndToldTwiceTakeBackTheShareOfTheLargestTotal(
            @ForAll @LongRange(min = 0, max = SALE_MAX) long sale,
            @ForAll @Size(min = 1, max = 15) List<@LongRange(min = 0, max = CHARGED) Long> totals) {
        Entries entries = new Entries(sale);
        totals.forEach(total -> assertThat(entries.hear(new Told("ch_1", total))).isNotNegative());
        totals.forEach(total -> assertThat(entries.hear(new Told("ch_1", total))).as("told again").isZero());
        assertThat(entries.takenBackAll()).isEqualTo(new Share(Collections.max(totals), CHARGED).of(sale));
    }

    @Property
    void aFullRefundLeavesExactlyNothing(@ForAll @LongRange(min = 0, max = SALE_MAX) long sale,
                                         @ForAll @Size(max = 15) List<@LongRange(min = 0, max = CHARGED) Long> partialRefunds) {
        Entries entries = new Entries(sale);
        partialRefunds.forEach(total -> entries.hear(new Told("ch_1", total)));
        entries.hear(new Told("ch_1", CHARGED));
        assertThat(entries.takenBackAll()).isEqualTo(sale);
    }

    @Property
    void severalChargesNeverTakeBackMoreThanTheSale(@ForAll @LongRange(min = 0, max = SALE_MAX) long sale,
                                                    @ForAll("refundsOfSeveralCharges") List<Told> refunds) {
        Entries entries = new Entries(sale);
        for (Told told : refunds) {
            assertThat(entries.hear(told)).isNotNegative();
            assertThat(entries.takenBackAll()).isLessThanOrEqualTo(sale);
        }
    }

    @Test
    void theRefundsOfTwoChargesAddUp() {
        Entries entries = new Entries(100_00);
        assertThat(entries.hear(new Told("ch_1", 3_000))).isEqualTo(25_00);
        assertThat(entries.hear(new Told("ch_2", 6_000))).isEqualTo(50_00);
        assertThat(entries.hear(new Told("ch_1", 3_000))).isZero();
        assertThat(entries.hear(new Told("ch_1", 12_000))).as("what is left").isEqualTo(25_00);
    }

    @Provide
    Arbitrary<List<Told>> refundsOfSeveralCharges() {
        return Combinators.combine(Arbitraries.of("ch_1", "ch_2", "ch_3"), Arbitraries.longs().between(0, CHARGED))
                .as(Told::new).list().ofMaxSize(20);
    }
}
