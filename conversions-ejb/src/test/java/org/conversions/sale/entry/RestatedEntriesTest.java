package org.conversions.sale.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Share;
import org.conversions.sale.entry.SaleEntryView.Kind;
import org.junit.jupiter.api.Test;

class RestatedEntriesTest {

    @Test
    void eachEntryIsTheSamePartOfTheNewAmount() {
        assertThat(RestatedEntries.amounts(1600, new Share(500, 2000),
                List.of(entry(Kind.SALE, 2000), entry(Kind.REFUND, -300), entry(Kind.REFUND, -200))))
                .containsExactly(1600L, -240L, -160L);
    }

    @Test
    void aCorrectionStaysOne() {
        assertThat(RestatedEntries.amounts(900, Share.NONE, List.of(entry(Kind.SALE, 1000), entry(Kind.CORRECTION, 800))))
                .containsExactly(500L, 400L);
    }

    @Test
    void whatWasTooLittleToBeSeenIsSeenInTheNewCurrency() {
        assertThat(RestatedEntries.amounts(7, Share.NONE, List.of(entry(Kind.SALE, 0)))).containsExactly(7L);
        assertThat(RestatedEntries.amounts(7, new Share(1, 1), List.of(entry(Kind.SALE, 0), entry(Kind.REFUND, 0))))
                .containsExactly(7L, -7L);
    }

    @Property
    void togetherTheyAreExactlyTheSaleAndWhatWentBackOfIt(@ForAll @LongRange(min = 1, max = 1_000_000_000) long before,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long after,
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 1_000) Long> shares) {
        List<SaleEntryView> entries = new ArrayList<>(List.of(entry(Kind.SALE, before)));
        Share share = Share.NONE;
        long back = 0;
        for (long part : shares) {
            share = new Share(part, 1_000);
            long now = share.of(before);
            entries.add(entry(now < back ? Kind.REVERSAL : Kind.REFUND, back - now));
            back = now;
        }
        List<SaleEntryView> restated = new ArrayList<>();
        List<Long> amounts = RestatedEntries.amounts(after, share, entries);
        for (int i = 0; i < entries.size(); i++) {
            restated.add(entry(entries.get(i).kind(), amounts.get(i)));
        }
        SaleBalance balance = SaleBalance.of(restated);
        assertThat(balance.sold()).isEqualTo(after);
        assertThat(balance.missing(share)).isZero();
    }

    private static SaleEntryView entry(Kind kind, long amount) {
        return new SaleEntryView("se", kind, "x", amount, 0, Instant.EPOCH);
    }
}
