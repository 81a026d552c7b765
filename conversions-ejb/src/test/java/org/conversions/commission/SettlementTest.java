package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.commission.CommissionStatus.CANCELED;
import static org.conversions.commission.CommissionStatus.HOLD;
import static org.conversions.commission.CommissionStatus.PAID;
import static org.conversions.commission.CommissionStatus.PENDING;
import static org.conversions.commission.CommissionStatus.REFUNDED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.conversions.sale.SaleView;
import org.conversions.sale.draft.SaleKind;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest {

    private static final RewardTerms A_FIFTH = new RewardTerms("rwt_1", 2_000, null);
    private static final Set<EntryKind> HOLDS = EnumSet.of(EntryKind.DISPUTED, EntryKind.HELD, EntryKind.RELEASED);
    private static final int BATCH_STEPS = 3;
    private static final Share HALF = new Share(1, 2);

    @Test
    void aSaleIsEarnedHalfRefundedAndRefunded() {
        Ledger ledger = new Ledger();
        assertThat(ledger.settle(due(2_000, Share.NONE)).status()).isEqualTo(PENDING);
        assertThat(ledger.settle(due(2_000, HALF)).status()).isEqualTo(PENDING);
        assertThat(ledger.settle(due(2_000, Share.ALL)).status()).isEqualTo(REFUNDED);
        assertThat(ledger.entries).containsExactly(missing(EntryKind.EARNED, 2_000, 400), missing(EntryKind.REFUNDED, -1_000, -200),
                missing(EntryKind.REFUNDED, -1_000, -200));
    }

    @Test
    void whoIsCreditedAfterARefundIsGivenBoth() {
        assertThat(new Ledger().settle(due(2_000, HALF)).entries)
                .containsExactly(missing(EntryKind.EARNED, 2_000, 400), missing(EntryKind.REFUNDED, -1_000, -200));
    }

    @Test
    void aRefundThatFailedIsReversed() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).settle(due(2_000, Share.ALL))
                .settle(due(2_000, Share.NONE));
        assertThat(ledger.status()).isEqualTo(PENDING);
        assertThat(ledger.entries).endsWith(missing(EntryKind.REFUNDED, -2_000, -400), missing(EntryKind.RESTORED, 2_000, 400));
    }

    @Test
    void anOpenDisputeHoldsAndItsEndReleases() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE));
        assertThat(ledger.settle(disputed(2_000, Share.NONE)).status()).isEqualTo(HOLD);
        assertThat(ledger.settle(due(2_000, Share.NONE)).status()).isEqualTo(PENDING);
        assertThat(ledger.entries).containsExactly(missing(EntryKind.EARNED, 2_000, 400), missing(EntryKind.DISPUTED, 0, 0),
                missing(EntryKind.RELEASED, 0, 0));
        assertThat(ledger.settle(disputed(2_000, Share.NONE)).settle(due(2_000, Share.ALL)).status()).isEqualTo(REFUNDED);
        assertThat(ledger.earnings()).isZero();
        assertThat(ledger.entries).endsWith(missing(EntryKind.DISPUTED, 0, 0), missing(EntryKind.TAKEN_BACK, -2_000, -400));
    }

    @Test
    void anotherAmountIsCorrectedAndTheSameShareIsTakenBackOfIt() {
        Ledger ledger = new Ledger().settle(due(2_000, HALF)).settle(due(3_000, HALF));
        assertThat(ledger.entries).containsExactly(missing(EntryKind.EARNED, 2_000, 400), missing(EntryKind.REFUNDED, -1_000, -200),
                missing(EntryKind.CORRECTED, 500, 100));
        assertThat(ledger.seen()).isEqualTo(new Ledger.Seen(3_000, 600, 1_500, 300, PENDING));
    }

    @Test
    void whoIsCreditedNoMoreGetsNothingAndIsRevivedWhenItComesBack() {
        Ledger ledger = new Ledger().settle(due(2_000, HALF));
        Ledger.Seen before = ledger.seen();
        assertThat(ledger.settle(Entitlement.NOTHING).seen()).isEqualTo(new Ledger.Seen(0, 0, 0, 0, CANCELED));
        assertThat(ledger.settle(due(2_000, HALF)).seen()).isEqualTo(before);
        assertThat(ledger.entries).endsWith(missing(EntryKind.CORRECTED, -1_000, -200), missing(EntryKind.CORRECTED, 1_000, 200));
    }

    @Test
    void whatWasPaidIsClawedBackAndComesAgain() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).paid();
        assertThat(ledger.settle(due(2_000, HALF)).status()).isEqualTo(PAID);
        assertThat(ledger.clawback()).isEqualTo(200);
        assertThat(ledger.settle(due(2_000, Share.ALL)).clawback()).isEqualTo(400);
        assertThat(ledger.settle(due(2_000, Share.NONE)).clawback()).isZero();
        assertThat(ledger.status()).isEqualTo(PAID);
        assertThat(ledger.entries).containsExactly(missing(EntryKind.EARNED, 2_000, 400), missing(EntryKind.CLAWBACK, -1_000, -200),
                missing(EntryKind.CLAWBACK, -1_000, -200), missing(EntryKind.RESTORED, 2_000, 400));
    }

    @Test
    void whatWasPaidToThePartnerWhoIsCreditedNoMoreIsClawedBack() {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).paid().settle(Entitlement.NOTHING);
        assertThat(ledger.status()).isEqualTo(PAID);
        assertThat(ledger.clawback()).isEqualTo(400);
        assertThat(ledger.entries).endsWith(missing(EntryKind.CLAWBACK, -2_000, -400));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELED", "FRAUD", "DUPLICATE"})
    void theOperatorsWordStaysWhateverBecomesOfTheMoney(CommissionStatus word) {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE)).judged(word);
        for (Entitlement due : List.of(due(2_000, HALF), disputed(2_000, HALF), due(2_000, Share.ALL), Entitlement.NOTHING, due(5_000, HALF))) {
            assertThat(ledger.settle(due).status()).isEqualTo(word);
        }
        assertThat(ledger.earnings()).isZero();
        assertThat(ledger.kinds()).startsWith(EntryKind.EARNED, EntryKind.TAKEN_BACK);
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
        LedgerBalance standing = new LedgerBalance(1, 2_000, 400, 2_000, 400, false, null, paid ? Stage.PAID : Stage.OPEN);
        assertThat(Settlement.of(standing, Judgement.verdict(word), new Entitlement(2_000, earned, share(takenBack, earned), disputed)).status()).isEqualTo(status);
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
                    .allMatch(entry -> entry.amount() != 0 || entry.earnings() != 0 || HOLDS.contains(entry.kind()))
                    .filteredOn(entry -> !HOLDS.contains(entry.kind())).hasSizeLessThanOrEqualTo(1);
            assertThat(ledger.earnings()).isEqualTo(due.earned() + due.earningsReturned()).isNotNegative();
            assertThat(ledger.amount()).isEqualTo(due.sold() + due.amountReturned()).isNotNegative();
        }
    }

    @Property
    void aRefundOfEverythingLeavesExactlyNothing(@ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long amount,
            @ForAll @IntRange(min = 1, max = 10_000) int basisPoints, @ForAll @LongRange(max = 1_000) long before) {
        RewardTerms terms = new RewardTerms("rwt_1", basisPoints, null);
        Ledger ledger = new Ledger().settle(Entitlement.of(sale(amount, new Share(before, 1_000), false), terms.earnings(amount)))
                .settle(Entitlement.of(sale(amount, Share.ALL, false), terms.earnings(amount)));
        assertThat(ledger.earnings()).isZero();
        assertThat(ledger.amount()).isZero();
        assertThat(ledger.status()).isEqualTo(terms.earnings(amount) > 0 ? REFUNDED : CANCELED);
    }

    @Test
    void aRewardOfNothingIsNoCredit() {
        assertThat(Entitlement.of(sale(2, Share.NONE, true), A_FIFTH.earnings(2))).isEqualTo(Entitlement.NOTHING);
        assertThat(Entitlement.of(sale(3, Share.NONE, false), A_FIFTH.earnings(3))).isEqualTo(new Entitlement(3, 1, Share.NONE, false));
    }

    @Test
    void whatTheGuardHoldsStaysSoUntilSomebodyDecides() {
        Ledger ledger = new Ledger().held(Hold.GUARD).settle(due(2_000, Share.NONE)).settle(disputed(2_000, Share.NONE))
                .settle(due(2_000, Share.NONE));
        assertThat(ledger.status()).isEqualTo(HOLD);
        assertThat(ledger.held(null).settle(due(2_000, Share.NONE)).status()).isEqualTo(PENDING);
        assertThat(ledger.kinds()).containsExactly(EntryKind.EARNED, EntryKind.HELD, EntryKind.DISPUTED, EntryKind.RELEASED,
                EntryKind.RELEASED);
        assertThat(ledger.earnings()).isEqualTo(400);
    }

    @Test
    void aDraftLosesWhatGoesBackAndWhatIsConfirmedOwesIt() {
        assertThat(drafted().settle(due(2_000, HALF)).stage()).isEqualTo(Stage.DRAFTED);
        assertThat(drafted().settle(due(2_000, Share.ALL)).stage()).isEqualTo(Stage.OPEN);
        assertThat(drafted().settle(disputed(2_000, Share.NONE)).stage()).isEqualTo(Stage.OPEN);
        assertThat(drafted().judged(CommissionStatus.FRAUD).settle(due(2_000, Share.NONE)).stage()).isEqualTo(Stage.OPEN);
        Ledger confirmed = drafted().confirmed().settle(disputed(2_000, Share.NONE)).settle(due(2_000, Share.ALL));
        assertThat(confirmed.status()).isEqualTo(CommissionStatus.PROCESSED);
        assertThat(confirmed.entries).endsWith(missing(EntryKind.DISPUTED, 0, 0), missing(EntryKind.CLAWBACK, -2_000, -400));
        assertThat(confirmed.paid(400).clawback()).isEqualTo(400);
    }

    @Test
    void whatTheOperatorTakesBackOfNothingIsOwed() {
        Ledger ledger = new Ledger().settle(Entitlement.of(-500));
        assertThat(ledger.seen()).isEqualTo(new Ledger.Seen(0, -500, 0, -500, PENDING));
        assertThat(ledger.kinds()).containsExactly(EntryKind.CLAWBACK);
        assertThat(ledger.judged(CANCELED).settle(Entitlement.of(-500)).earnings()).isZero();
    }

    /** The events of a sale that is refunded, disputed and paid out by a batch, in any order that they can have. */
    @Property
    void everyOrderOfThePayoutTheRefundAndTheDisputeEndsAlike(@ForAll("orders") List<Integer> order) {
        Ledger ledger = new Ledger().settle(due(2_000, Share.NONE));
        Share takenBack = Share.NONE;
        boolean opened = false;
        boolean decided = false;
        for (int event : order) {
            switch (event) {
                case 0 -> takenBack = takenBack.plus(new Share(1, 4));
                case 1 -> opened = true;
                case 2 -> {
                    takenBack = takenBack.plus(HALF);
                    decided = true;
                }
                default -> ledger.goesOn();
            }
            ledger.settle(opened && !decided ? disputed(2_000, takenBack) : due(2_000, takenBack));
        }
        for (int step = 0; step < BATCH_STEPS; step++) {
            ledger.goesOn();
        }
        assertThat(ledger.earnings()).isEqualTo(100);
        assertThat(ledger.amount()).isEqualTo(500);
        assertThat(ledger.status()).isEqualTo(PAID);
        assertThat(ledger.paidOut() + ledger.open()).isEqualTo(100);
        assertThat(ledger.paidOut()).isGreaterThanOrEqualTo(100);
    }

    /** 3 to 5 are the steps of a batch: drafted, confirmed and paid, whatever the order of their numbers. */
    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(0, 1, 2, 3, 4, 5);
    }

    private static Ledger drafted() {
        return new Ledger().settle(due(2_000, Share.NONE)).drafted();
    }

    @Test
    void aLeadEarnsWithoutASale() {
        assertThat(new Ledger().settle(Entitlement.of(500)).seen()).isEqualTo(new Ledger.Seen(0, 500, 0, 500, PENDING));
    }

    /** The knowledge of a sale in turn; a partner is credited first of all. */
    @Provide
    Arbitrary<List<Entitlement>> knowledge() {
        Arbitrary<Entitlement> due = Combinators.combine(Arbitraries.longs().between(3, 5_000_000), Arbitraries.integers().between(0, 12),
                Arbitraries.of(true, false)).as((amount, part, disputed) -> Entitlement.of(sale(amount, new Share(part, 12), disputed), A_FIFTH.earnings(amount)));
        return Arbitraries.frequencyOf(Tuple.of(4, due), Tuple.of(1, Arbitraries.just(Entitlement.NOTHING)))
                .list().ofMaxSize(10).flatMap(rest -> Combinators.combine(due, due).as((first, last) -> {
                    List<Entitlement> known = new ArrayList<>(List.of(first));
                    known.addAll(rest);
                    known.add(last);
                    return known;
                }));
    }

    private static Entitlement due(long amount, Share takenBack) {
        return Entitlement.of(sale(amount, takenBack, false), A_FIFTH.earnings(amount));
    }

    private static Share share(long part, long whole) {
        return part == 0 ? Share.NONE : new Share(part, whole);
    }

    private static Entitlement disputed(long amount, Share takenBack) {
        return Entitlement.of(sale(amount, takenBack, true), A_FIFTH.earnings(amount));
    }

    private static SaleView sale(long amount, Share takenBack, boolean disputed) {
        return new SaleView(new SaleId("sale_1"), new WorkspaceId("ws_1"), Mode.LIVE, "in_1", null, SaleKind.ONE_TIME,
                new SaleView.Origin(new CustomerId("cus_1"), new LinkId("link_1"), new ClickId("click_1"), null), new Money(amount, "usd"),
                new SaleView.Returned(takenBack, disputed), true, Instant.EPOCH);
    }

    private static Settlement.Missing missing(EntryKind kind, long amount, long earnings) {
        return new Settlement.Missing(kind, amount, earnings);
    }
}
