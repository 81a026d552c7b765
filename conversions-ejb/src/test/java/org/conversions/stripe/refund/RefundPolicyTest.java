package org.conversions.stripe.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.conversions.money.Share;
import org.conversions.stripe.object.ReturnedMoney;
import org.conversions.stripe.payment.PaidSale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTest {

    private static final String SALE = "in_1";
    private static final long CHARGED = 12_000;

    @Test
    void nothingToldIsNothingTakenBack() {
        assertThat(of()).isEqualTo(new RefundPolicy.Returned(Share.NONE, 0, false));
    }

    @Test
    @DisplayName("A part of a charge is the same part of the sale, and the running total counts")
    void theRunningTotalCounts() {
        assertThat(of(charge(), total(3_000))).isEqualTo(new RefundPolicy.Returned(new Share(1, 4), 1, false));
        assertThat(of(charge(), total(3_000), total(9_000)))
                .isEqualTo(new RefundPolicy.Returned(new Share(3, 4), 2, false));
        assertThat(of(charge(), total(12_000))).isEqualTo(new RefundPolicy.Returned(Share.ALL, 1, false));
    }

    @Test
    void theSameRefundToldByTheChargeAndByItselfCountsOnce() {
        assertThat(of(charge(), total(3_000), refund("re_1", 3_000, "succeeded")))
                .isEqualTo(new RefundPolicy.Returned(new Share(1, 4), 1, false));
    }

    @Test
    void singleRefundsAloneAddUp() {
        assertThat(of(charge(), refund("re_1", 3_000, "succeeded"), refund("re_2", 3_000, "pending")))
                .isEqualTo(new RefundPolicy.Returned(new Share(1, 2), 2, false));
    }

    @ParameterizedTest
    @CsvSource({"failed", "canceled"})
    void aRefundThatFailedTakesNothing(String status) {
        assertThat(of(charge(), total(3_000), refund("re_1", 3_000, status)))
                .isEqualTo(new RefundPolicy.Returned(Share.NONE, 0, false));
        assertThat(of(charge(), total(3_000), refund("re_1", 3_000, status), total(6_000), refund("re_2", 3_000, "succeeded")))
                .isEqualTo(new RefundPolicy.Returned(new Share(1, 4), 1, false));
    }

    @Test
    void aRefundAfterOneThatFailedCountsWhateverTheChargeSaysOfIt() {
        assertThat(of(charge(), total(12_000), refund("re_1", 12_000, "failed"), refund("re_2", 12_000, "succeeded")))
                .isEqualTo(new RefundPolicy.Returned(Share.ALL, 1, false));
    }

    @ParameterizedTest
    @DisplayName("A dispute holds while it is open, takes when it is lost, and is over when it is won or closed")
    @CsvSource({"needs_response, 0, true", "under_review, 0, true", "warning_needs_response, 0, true", "warning_under_review, 0, true",
            "appeal_under_review, 0, true", "a_word_of_tomorrow, 0, true", "lost, 12000, false", "won, 0, false",
            "warning_closed, 0, false", "prevented, 0, false"})
    void aDisputeIsOpenLostOrOver(String status, long lost, boolean open) {
        assertThat(of(charge(), dispute("dp_1", 12_000, status)))
                .isEqualTo(new RefundPolicy.Returned(new Share(lost, CHARGED), lost > 0 ? 1 : 0, open));
    }

    @Test
    void refundedAndThenLostIsNeverMoreThanAll() {
        assertThat(of(charge(), total(6_000), dispute("dp_1", 12_000, "lost")))
                .isEqualTo(new RefundPolicy.Returned(Share.ALL, 2, false));
        assertThat(of(charge(), total(3_000), dispute("dp_1", 3_000, "lost")).share()).isEqualTo(new Share(1, 2));
    }

    @Test
    void onePaymentForTwoInvoicesIsSplitByWhatItPaid() {
        List<PaidSale> paid = List.of(new PaidSale("pi_1", SALE, 4_000L),
                new PaidSale("pi_1", "in_2", 8_000L));
        List<ReturnedMoney> reports = List.of(charge(), total(6_000));
        assertThat(RefundPolicy.of(SALE, 4_000, paid, reports).share()).isEqualTo(new Share(1, 2));
        assertThat(RefundPolicy.of("in_2", 8_000, paid, reports).share()).isEqualTo(new Share(1, 2));
    }

    @Test
    void twoPaymentsForOneInvoiceTakeWhatEachPaid() {
        List<PaidSale> paid = List.of(new PaidSale("pi_1", SALE, 3_000L),
                new PaidSale("pi_2", SALE, 9_000L));
        List<ReturnedMoney> second = List.of(
                new ReturnedMoney(ReturnedMoney.Kind.CHARGE, "ch_2", "ch_2", "pi_2", null, 9_000, "charged"),
                new ReturnedMoney(ReturnedMoney.Kind.TOTAL, "ch_2/9000", "ch_2", "pi_2", null, 9_000, "refunded"));
        assertThat(RefundPolicy.of(SALE, 12_000, paid, second).share()).isEqualTo(new Share(3, 4));
    }

    @Test
    void aPaymentOfAPartLeavesThePartThatWasPaidOtherwise() {
        List<PaidSale> paid = List.of(new PaidSale("pi_1", SALE, 12_000L));
        assertThat(RefundPolicy.of(SALE, 16_000, paid, List.of(charge(), total(12_000))).share())
                .isEqualTo(new Share(3, 4));
    }

    @Test
    void aChargeAndItsPaymentIntentAreOnePayment() {
        List<PaidSale> paid = List.of(new PaidSale("pi_1", SALE, null),
                new PaidSale("ch_1", SALE, null));
        assertThat(RefundPolicy.of(SALE, CHARGED, paid, List.of(charge(), total(6_000),
                new ReturnedMoney(ReturnedMoney.Kind.TOTAL, "ch_1/9000", "ch_1", null, null, 9_000, "refunded"))))
                .isEqualTo(new RefundPolicy.Returned(new Share(3, 4), 2, false));
    }

    @Test
    void withoutTheChargeItsAmountIsWhatItPaidFor() {
        ReturnedMoney half = refund("re_1", 6_000, "succeeded");
        assertThat(RefundPolicy.of(SALE, 99, List.of(new PaidSale("pi_1", SALE, 8_000L),
                new PaidSale("pi_1", "in_2", 4_000L)), List.of(half)).share()).isEqualTo(new Share(1, 2));
        assertThat(of(half).share()).isEqualTo(new Share(1, 2));
    }

    @Test
    void moneyOfAnotherPaymentIsNotOfThisSale() {
        assertThat(of(new ReturnedMoney(ReturnedMoney.Kind.TOTAL, "ch_9/100", "ch_9", "pi_9", null, 100, "refunded")))
                .isEqualTo(new RefundPolicy.Returned(Share.NONE, 0, false));
    }

    @Test
    void whatACreditNotePaidBackOutsideStripeCounts() {
        ReturnedMoney note = new ReturnedMoney(ReturnedMoney.Kind.CREDIT_NOTE, "cn_1", null, null, SALE, 3_000, "issued");
        assertThat(of(note)).isEqualTo(new RefundPolicy.Returned(new Share(1, 4), 1, false));
        assertThat(of(note, charge(), total(12_000))).isEqualTo(new RefundPolicy.Returned(Share.ALL, 2, false));
    }

    @Property
    void anyOrderOfTheSameFactsIsTheSame(@ForAll("facts") List<ReturnedMoney> reports, @ForAll Random random) {
        List<ReturnedMoney> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        assertThat(of(shuffled)).isEqualTo(of(reports));
    }

    @Property
    void runningTotalsInAnyNumberComeToTheLargest(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = CHARGED) Long> totals,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long sale) {
        List<ReturnedMoney> reports = new ArrayList<>(List.of(charge()));
        totals.stream().distinct().map(RefundPolicyTest::total).forEach(reports::add);
        assertThat(of(reports).share().of(sale)).isEqualTo(of(charge(), total(Collections.max(totals))).share().of(sale));
    }

    @Property
    void partsOfAPaymentThatPaidForManySalesAddUp(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 1_000_000) Long> parts,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        long charged = parts.stream().mapToLong(Long::longValue).sum();
        List<PaidSale> paid = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            paid.add(new PaidSale("pi_1", "in_" + i, parts.get(i)));
        }
        long refunded = charged * percent / 100;
        List<ReturnedMoney> reports = List.of(
                new ReturnedMoney(ReturnedMoney.Kind.CHARGE, "ch_1", "ch_1", "pi_1", null, charged, "charged"),
                new ReturnedMoney(ReturnedMoney.Kind.TOTAL, "ch_1/x", "ch_1", "pi_1", null, refunded, "refunded"));
        long taken = LongStream.range(0, parts.size()).map(i -> RefundPolicy.of("in_" + i, parts.get((int) i), paid, reports)
                .share().of(parts.get((int) i))).sum();
        assertThat(Math.abs(taken - refunded)).isLessThanOrEqualTo(parts.size());
        if (percent == 100) {
            assertThat(taken).isEqualTo(charged);
        }
    }

    @Property
    void aShareIsNeverMoreThanAll(@ForAll("facts") List<ReturnedMoney> reports,
                                  @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long sale) {
        assertThat(of(reports).share().of(sale)).isBetween(0L, sale);
        assertThat(of(reports).refunds()).isNotNegative();
    }

    @Provide
    Arbitrary<List<ReturnedMoney>> facts() {
        Arbitrary<ReturnedMoney> totals = Arbitraries.longs().between(1, CHARGED).map(RefundPolicyTest::total);
        Arbitrary<ReturnedMoney> refunds = Combinators.combine(Arbitraries.of("re_1", "re_2", "re_3"),
                Arbitraries.of("succeeded", "pending", "failed")).as((id, status) -> refund(id, 1_000, status));
        Arbitrary<ReturnedMoney> disputes = Arbitraries.of("needs_response", "won", "lost")
                .map(status -> dispute("dp_1", 5_000, status));
        return Arbitraries.oneOf(totals, refunds, disputes, Arbitraries.just(charge())).list().ofMaxSize(12);
    }

    private static RefundPolicy.Returned of(ReturnedMoney... reports) {
        return of(List.of(reports));
    }

    private static RefundPolicy.Returned of(List<ReturnedMoney> reports) {
        return RefundPolicy.of(SALE, CHARGED, List.of(new PaidSale("pi_1", SALE, null)), reports);
    }

    private static ReturnedMoney charge() {
        return new ReturnedMoney(ReturnedMoney.Kind.CHARGE, "ch_1", "ch_1", "pi_1", null, CHARGED, "charged");
    }

    private static ReturnedMoney total(long amount) {
        return new ReturnedMoney(ReturnedMoney.Kind.TOTAL, "ch_1/" + amount, "ch_1", "pi_1", null, amount, "refunded");
    }

    private static ReturnedMoney refund(String id, long amount, String status) {
        return new ReturnedMoney(ReturnedMoney.Kind.REFUND, id, "ch_1", "pi_1", null, amount, status);
    }

    private static ReturnedMoney dispute(String id, long amount, String status) {
        return new ReturnedMoney(ReturnedMoney.Kind.DISPUTE, id, "ch_1", "pi_1", null, amount, status);
    }
}
