package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.commission.PayoutSplit.Open;
import org.junit.jupiter.api.Test;

class PayoutSplitTest {

    @Test
    void withNothingOpenFromBeforeAllOfItIsPaid() {
        PayoutSplit payment = PayoutSplit.of(List.of(new Open("a", 400), new Open("b", -100)), List.of());
        assertThat(payment.amount()).isEqualTo(300);
        assertThat(payment.settled()).isEqualTo(Map.of("a", 400L, "b", -100L));
    }

    @Test
    void whatWasTakenBackOfAnEarlierPaymentMakesThisOneSmaller() {
        PayoutSplit payment = PayoutSplit.of(List.of(new Open("a", 400)), List.of(new Open("clawback", -150)));
        assertThat(payment.amount()).isEqualTo(250);
        assertThat(payment.settled()).isEqualTo(Map.of("a", 400L, "clawback", -150L));
    }

    @Test
    void whatIsMoreThanThePaymentStaysOpenForTheNextOne() {
        PayoutSplit payment = PayoutSplit.of(List.of(new Open("a", 400)),
                List.of(new Open("old", -300), new Open("newer", -250), new Open("newest", -1)));
        assertThat(payment.amount()).isZero();
        assertThat(payment.settled()).isEqualTo(Map.of("a", 400L, "old", -300L, "newer", -100L));
    }

    @Test
    void whatCameToMoreAfterItWasPaidIsPaidWithIt() {
        PayoutSplit payment = PayoutSplit.of(List.of(new Open("a", 400)), List.of(new Open("more", 200)));
        assertThat(payment.amount()).isEqualTo(600);
    }

    @Property
    void thePartnerGetsWhatIsOpenInAllAndNeverLessThanNothing(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 1_000) Long> earned,
            @ForAll @Size(max = 6) List<@LongRange(min = -2_000, max = 500) Long> before) {
        List<Open> chosen = open("chosen", earned);
        List<Open> open = open("before", before.stream().filter(amount -> amount != 0).toList());
        long all = sum(chosen) + sum(open);
        PayoutSplit payment = PayoutSplit.of(chosen, open);
        assertThat(payment.amount()).isEqualTo(Math.max(0, all));
        assertThat(payment.settled().values().stream().mapToLong(part -> part).sum()).isEqualTo(payment.amount());
        assertThat(chosen).allMatch(entry -> payment.settled().get(entry.commissionId()) == entry.earnings());
        long stillOpen = 0;
        for (Open entry : open) {
            long part = payment.settled().getOrDefault(entry.commissionId(), 0L);
            assertThat(Math.abs(part)).isLessThanOrEqualTo(Math.abs(entry.earnings()));
            stillOpen += entry.earnings() - part;
        }
        assertThat(stillOpen).isEqualTo(Math.min(0, all));
    }

    private static List<Open> open(String name, List<Long> amounts) {
        List<Open> open = new ArrayList<>();
        amounts.forEach(amount -> open.add(new Open(name + open.size(), amount)));
        return open;
    }

    private static long sum(List<Open> open) {
        return open.stream().mapToLong(Open::earnings).sum();
    }
}
