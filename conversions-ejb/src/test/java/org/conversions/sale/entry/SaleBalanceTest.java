package org.conversions.sale.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Share;
import org.conversions.sale.entry.SaleEntryView.Kind;
import org.junit.jupiter.api.Test;

class SaleBalanceTest {

    @Test
    void correctionsAreOfTheSaleAndReversalsOfWhatWentBack() {
        SaleBalance balance = SaleBalance.of(List.of(entry(Kind.SALE, 2000, 0), entry(Kind.CORRECTION, -500, 0),
                entry(Kind.REFUND, -600, 1), entry(Kind.DISPUTE, -300, 1), entry(Kind.REVERSAL, 200, -1)));
        assertThat(balance).isEqualTo(new SaleBalance(1500, -700, 1));
        assertThat(balance.missing(Share.ALL)).isEqualTo(-800);
        assertThat(balance.missing(Share.NONE)).isEqualTo(700);
        assertThat(balance.missing(new Share(1, 2))).isEqualTo(-50);
    }

    @Test
    void anEntryReturnsMoneyUnlessItIsAboutTheSaleAsSold() {
        assertThat(entry(Kind.SALE, 2000, 0).returned()).isZero();
        assertThat(entry(Kind.CORRECTION, -5, 0).returned()).isZero();
        assertThat(entry(Kind.REFUND, -600, 1).returned()).isEqualTo(-600);
        assertThat(entry(Kind.REVERSAL, 600, -1).returned()).isEqualTo(600);
    }

    @Property
    void whateverWasTakenAndGivenBackTheLastShareIsWhatIsGone(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long sold,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 10_000) Integer> shares) {
        List<SaleEntryView> entries = new ArrayList<>(List.of(entry(Kind.SALE, sold, 0)));
        for (int share : shares) {
            long change = SaleBalance.of(entries).missing(Share.ofBasisPoints(share));
            entries.add(entry(change > 0 ? Kind.REVERSAL : Kind.REFUND, change, 0));
        }
        Share last = Share.ofBasisPoints(shares.get(shares.size() - 1));
        assertThat(SaleBalance.of(entries).returned()).isEqualTo(-last.of(sold));
        long rest = SaleBalance.of(entries).missing(Share.ALL);
        entries.add(entry(Kind.REFUND, rest, 0));
        assertThat(entries.stream().mapToLong(SaleEntryView::amount).sum()).isZero();
    }

    private static SaleEntryView entry(Kind kind, long amount, int refunds) {
        return new SaleEntryView("se_" + kind, kind, "ch_1", amount, refunds, Instant.EPOCH);
    }
}
