package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.commission.CommissionStatus.CANCELED;
import static org.conversions.commission.CommissionStatus.HOLD;
import static org.conversions.commission.CommissionStatus.PAID;
import static org.conversions.commission.CommissionStatus.PENDING;
import static org.conversions.commission.CommissionStatus.REFUNDED;
import static org.conversions.commission.Settlement.Kind.CLAWBACK;
import static org.conversions.commission.Settlement.Kind.CORRECTION;
import static org.conversions.commission.Settlement.Kind.EARNED;
import static org.conversions.commission.Settlement.Kind.REFUND;
import static org.conversions.commission.Settlement.Kind.REVERSAL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardTerms;
import org.conversions.sale.SaleKind;
import org.conversions.sale.SaleView;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest {

    private static final RewardTerms A_FIFTH = new RewardTerms("rwt_1", 2_000, null);
    private static final Share HALF = new Share(1, 2);

    @Test
    void aSaleIsEarnedHalfRefundedAndRefunded() {
        Ledger ledger = new Ledger();
        assertThat(ledger.settle(due(2_000, Share.NONE)).status()).isEqualTo(PENDING);
        assertThat(ledger.settle(due(2_000, HALF)).status()).isEqualTo(PENDING);
        assertThat(ledger.settle(due(2_000, Share.ALL)).status()).isEqualTo(REFUNDED);
        assertThat(ledger.entries).containsExactly(missing(EARNED, 2_000, 400), missing(REFUND, -1_000, -200),
                missing(REFUND, -1_000, -200));
    }

    @Test
    void whoIsCreditedAfterARefundIsGivenBoth() {
        assertThat(new Ledger().settle(due(2_000, HALF)).entries)
                .containsExactly(missing(EARNED, 2_000, 400), missing(REFUND, -1_000, -200));
    }

    @Test
    void aRefundThatFailedIsReversed() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).settle(due(2_000, Share.ALL))
                .settle(due(2_000, Share.NONE));
        assertThat(ledger.status()).isEqualTo(PENDING);
        assertThat(ledger.entries).endsWith(missing(REFUND, -2_000, -400), missing(REVERSAL, 2_000, 400));
    }

    @Test
    void anOpenDisputeHoldsAndItsEndReleasesWithoutAnEntry() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE));
        assertThat(ledger.settle(disputed(2_000, Share.NONE)).status()).isEqualTo(HOLD);
        assertThat(ledger.settle(due(2_000, Share.NONE)).status()).isEqualTo(PENDING);
        assertThat(ledger.entries).containsExactly(missing(EARNED, 2_000, 400));
        assertThat(ledger.settle(disputed(2_000, Share.NONE)).settle(due(2_000, Share.ALL)).status()).isEqualTo(REFUNDED);
        assertThat(ledger.earnings()).isZero();
    }

    @Test
    void anotherAmountIsCorrectedAndTheSameShareIsTakenBackOfIt() {
        Ledger ledger = new Ledger().settle(due(2_000, HALF)).settle(due(3_000, HALF));
        assertThat(ledger.entries).containsExactly(missing(EARNED, 2_000, 400), missing(REFUND, -1_000, -200),
                missing(CORRECTION, 500, 100));
        assertThat(ledger.seen()).isEqualTo(new Ledger.Seen(3_000, 600, 1_500, 300, PENDING));
    }

    @Test
    void whoIsCreditedNoMoreGetsNothingAndIsRevivedWhenItComesBack() {
        Ledger ledger = new Ledger().settle(due(2_000, HALF));
        Ledger.Seen before = ledger.seen();
        assertThat(ledger.settle(Entitlement.NOTHING).seen()).isEqualTo(new Ledger.Seen(0, 0, 0, 0, CANCELED));
        assertThat(ledger.settle(due(2_000, HALF)).seen()).isEqualTo(before);
        assertThat(ledger.entries).endsWith(missing(CORRECTION, -1_000, -200), missing(CORRECTION, 1_000, 200));
    }

    @Test
    void whatWasPaidIsClawedBackAndComesAgain() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).paid();
        assertThat(ledger.settle(due(2_000, HALF)).status()).isEqualTo(PAID);
        assertThat(ledger.clawback()).isEqualTo(200);
        assertThat(ledger.settle(due(2_000, Share.ALL)).clawback()).isEqualTo(400);
        assertThat(ledger.settle(due(2_000, Share.NONE)).clawback()).isZero();
        assertThat(ledger.status()).isEqualTo(PAID);
        assertThat(ledger.entries).containsExactly(missing(EARNED, 2_000, 400), missing(CLAWBACK, -1_000, -200),
                missing(CLAWBACK, -1_000, -200), missing(REVERSAL, 2_000, 400));
    }

    @Test
    void whatWasPaidToThePartnerWhoIsCreditedNoMoreIsClawedBack() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).paid().settle(Entitlement.NOTHING);
        assertThat(ledger.status()).isEqualTo(PAID);
        assertThat(ledger.clawback()).isEqualTo(400);
        assertThat(ledger.entries).endsWith(missing(CLAWBACK, -2_000, -400));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELED", "FRAUD", "DUPLICATE"})
    void theOperatorsWordStaysWhateverBecomesOfTheMoney(CommissionStatus word) {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).judged(word);
        for (Entitlement due : List.of(due(2_000, HALF), disputed(2_000, HALF), due(2_000, Share.ALL), Entitlement.NOTHING, due(5_000, HALF))) {
            assertThat(ledger.settle(due).status()).isEqualTo(word);
        }
        assertThat(ledger.earnings()).isEqualTo(500);
        assertThat(ledger.judged(null).settle(due(5_000, HALF)).status()).isEqualTo(PENDING);
    }

    @Test
    void whatTheOperatorRefundedStaysTakenBackUntilItIsPendingAgain() {
        Ledger ledger = new Ledger().settle(due(2_000, HALF)).judged(REFUNDED).settle(due(2_000, HALF));
        assertThat(ledger.seen()).isEqualTo(new Ledger.Seen(2_000, 400, 0, 0, REFUNDED));
        assertThat(ledger.settle(due(2_000, Share.NONE)).earnings()).isZero();
        assertThat(ledger.settle(due(3_000, Share.NONE)).earnings()).isZero();
        assertThat(ledger.judged(null).settle(due(3_000, HALF)).seen())
                .isEqualTo(new Ledger.Seen(3_000, 600, 1_500, 300, PENDING));
    }

    @ParameterizedTest
    @CsvSource({
        // earned, taken back, disputed, the operator's word, paid; then the status
        "400, 0, false, , false, PENDING", "400, 399, false, , false, PENDING", "400, 400, false, , false, REFUNDED",
        "400, 400, true, , false, REFUNDED", "400, 0, true, , false, HOLD", "0, 0, false, , false, CANCELED",
        "0, 0, true, , false, CANCELED", "400, 0, true, FRAUD, false, FRAUD", "400, 400, false, DUPLICATE, false, DUPLICATE",
        "0, 0, false, FRAUD, false, FRAUD", "400, 0, false, REFUNDED, false, REFUNDED", "400, 400, true, , true, PAID",
        "0, 0, false, , true, PAID", "400, 0, true, , true, PAID"})
    void theStatusFollowsFromWhatIsKnown(long earned, long takenBack, boolean disputed, CommissionStatus word, boolean paid,
                                         CommissionStatus status) {
        LedgerBalance standing = new LedgerBalance(1, 2_000, 400, 2_000, 400, word, paid);
        assertThat(Settlement.of(standing, new Entitlement(2_000, earned, share(takenBack, earned), disputed)).status()).isEqualTo(status);
    }

    @Property
    void anyOrderAndRepetitionEndsAsIfTheLastHadBeenKnownFromTheStart(
            @ForAll("knowledge") List<Entitlement> known, @ForAll @IntRange(max = 10) int paidAfter) {
        Entitlement last = known.get(known.size() - 1);
        Ledger once = new Ledger().settle(last);
        Ledger ledger = new Ledger();
        for (Entitlement due : known) {
            ledger.settle(due).settle(due);
        }
        assertThat(ledger.seen()).isEqualTo(once.seen());
        int entries = ledger.entries.size();
        assertThat(ledger.settle(last).entries).hasSize(entries);

        Ledger paid = new Ledger();
        for (int i = 0; i < known.size(); i++) {
            paid.settle(known.get(i));
            if (i == Math.min(paidAfter, known.size() - 1)) {
                paid.paid();
            }
        }
        assertThat(paid.earnings()).isEqualTo(once.earnings());
        assertThat(paid.amount()).isEqualTo(once.amount());
        assertThat(paid.status()).isEqualTo(PAID);
    }

    @Property
    void everyEntryMovesSomethingAndTheEntriesAddUp(@ForAll("knowledge") List<Entitlement> known) {
        Ledger ledger = new Ledger().settle(known.get(0));
        for (Entitlement due : known) {
            int before = ledger.entries.size();
            ledger.settle(due);
            assertThat(ledger.entries.subList(before, ledger.entries.size()))
                    .allMatch(entry -> entry.amount() != 0 || entry.earnings() != 0).hasSizeLessThanOrEqualTo(1);
            assertThat(ledger.earnings()).isEqualTo(due.earned() + due.earningsReturned()).isNotNegative();
            assertThat(ledger.amount()).isEqualTo(due.sold() + due.amountReturned()).isNotNegative();
        }
    }

    @Property
    void aRefundOfEverythingLeavesExactlyNothing(@ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long amount,
            @ForAll @IntRange(min = 1, max = 10_000) int basisPoints, @ForAll @LongRange(max = 1_000) long before) {
        RewardTerms terms = new RewardTerms("rwt_1", basisPoints, null);
        Ledger ledger = new Ledger().settle(Entitlement.of(sale(amount, new Share(before, 1_000), false), terms))
                .settle(Entitlement.of(sale(amount, Share.ALL, false), terms));
        assertThat(ledger.earnings()).isZero();
        assertThat(ledger.amount()).isZero();
        assertThat(ledger.status()).isEqualTo(terms.earnings(amount) > 0 ? REFUNDED : CANCELED);
    }

    @Test
    void aRewardOfNothingIsNoCredit() {
        assertThat(Entitlement.of(sale(2, Share.NONE, true), A_FIFTH)).isEqualTo(Entitlement.NOTHING);
        assertThat(Entitlement.of(sale(3, Share.NONE, false), A_FIFTH)).isEqualTo(new Entitlement(3, 1, Share.NONE, false));
    }

    @Test
    void aLeadEarnsWithoutASale() {
        assertThat(new Ledger().settle(Entitlement.ofLead(500)).seen()).isEqualTo(new Ledger.Seen(0, 500, 0, 500, PENDING));
    }

    /** The knowledge of a sale in turn; a partner is credited first of all. */
    @Provide
    Arbitrary<List<Entitlement>> knowledge() {
        Arbitrary<Entitlement> due = Combinators.combine(Arbitraries.longs().between(3, 5_000_000), Arbitraries.integers().between(0, 12),
                Arbitraries.of(true, false)).as((amount, part, disputed) -> Entitlement.of(sale(amount, new Share(part, 12), disputed), A_FIFTH));
        return Arbitraries.frequencyOf(Tuple.of(4, due), Tuple.of(1, Arbitraries.just(Entitlement.NOTHING)))
                .list().ofMaxSize(10).flatMap(rest -> Combinators.combine(due, due).as((first, last) -> {
                    List<Entitlement> known = new ArrayList<>(List.of(first));
                    known.addAll(rest);
                    known.add(last);
                    return known;
                }));
    }

    private static Entitlement due(long amount, Share takenBack) {
        return Entitlement.of(sale(amount, takenBack, false), A_FIFTH);
    }

    private static Share share(long part, long whole) {
        return part == 0 ? Share.NONE : new Share(part, whole);
    }

    private static Entitlement disputed(long amount, Share takenBack) {
        return Entitlement.of(sale(amount, takenBack, true), A_FIFTH);
    }

    private static SaleView sale(long amount, Share takenBack, boolean disputed) {
        return new SaleView(new SaleId("sale_1"), new WorkspaceId("ws_1"), Mode.LIVE, "in_1", null, SaleKind.ONE_TIME,
                new SaleView.Origin(new CustomerId("cus_1"), new LinkId("link_1"), new ClickId("click_1")), new Money(amount, "usd"),
                new SaleView.Returned(takenBack, disputed), true, Instant.EPOCH);
    }

    private static Settlement.Missing missing(Settlement.Kind kind, long amount, long earnings) {
        return new Settlement.Missing(kind, amount, earnings);
    }
}
