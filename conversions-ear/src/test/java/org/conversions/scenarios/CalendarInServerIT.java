package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.conversions.server.InServer;
import org.conversions.server.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Decisions stay decided, whenever Stripe's events come. Each story has days on which the merchant and visitors act,
 * and on which Stripe makes events; an event is delivered on its own day or on any later one, in any order. However a
 * story is told, it ends in one state: all in time, all on the last day and backwards, and in random ways.
 */
class CalendarInServerIT extends InServer {

    private static final Duration DAY = Duration.ofDays(2);
    private static final int RANDOM_WAYS = 8;

    @Inject
    private Instance<MerchantInServer> merchants;
    @Inject
    private Instance<EndStates> states;
    @Inject
    private TestClock time;
    @Inject
    private Clock clock;

    /**
     * @param act   what is done on that day, before what Stripe makes then
     * @param onDay whether what Stripe makes is delivered on the day itself, because what is done later is about it
     */
    private record Day(Consumer<StoryRun> act, Function<StoryRun, List<StripeEvent>> made, boolean onDay) {
    }

    /**
     * A story told in one way, by a merchant of its own.
     *
     * @param links     the first is the one that the buyer comes by
     * @param who       clicks which of them
     * @param delivered says on which day what Stripe makes on a day is delivered
     */
    private record StoryRun(String way, MerchantInServer merchant, List<StoryInServer> links, Map<String, StripeBuyer> who,
                        List<List<StripeEvent>> due, Function<Integer, Integer> delivered) {

        StripeBuyer buyer() {
            return links.get(0).buyer();
        }

        /** The buyer clicks another partner's link. @return the click id */
        String clicksAnother() {
            StoryInServer another = anotherComes();
            who.put(another.linkId(), buyer());
            return another.clickId();
        }

        /** Another buyer clicks another partner's link. */
        StoryInServer anotherComes() {
            StoryInServer another = merchant.stories(List.of(Vocabulary.DUB)).get(0);
            links.add(another);
            who.put(another.linkId(), another.buyer());
            return another;
        }
    }

    @AfterEach
    void setBack() {
        time.setBack();
    }

    @Test
    void anAccountThatIsDisconnectedAndConnectedAgainGoesOnAsBefore() {
        theyEndAlike(List.of(
                day(told -> told.merchant().lead(told.links().get(0).clickId(), told.buyer())),
                day(told -> { }, told -> List.of(named(told.buyer()), told.buyer().oldInvoice(1))),
                day(told -> told.merchant().disconnect()),
                day(told -> told.merchant().connect(), told -> List.of(told.buyer().oldInvoice(2))),
                day(told -> { }, told -> List.of(told.buyer().refundOfInvoice(1, 1200), told.buyer().subscriptionEnded()
                        .with("ended_at", clock.instant().getEpochSecond())))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000).refunds(1, 1000))
                        .sale("first 2000 of 2000, refunds 1 of 1000").sale("recurring 2000 of 2000, refunds 0 of 0")
                        .commission("sale 200 of 400 for 1, pending").commission("sale 400 of 400 for 1, pending")
                        .lead("Sign up").buyer("Bea user_… cus_… bought 2, refunds 1, left 3000, lost")));
    }

    @Test
    void whatAnAccountSentBeforeItWasConnectedIsWorkedOffThen() {
        theyEndAlike(List.of(
                day(told -> {
                    told.merchant().lead(told.links().get(0).clickId(), told.buyer());
                    told.merchant().movesToAnotherAccount();
                }),
                day(told -> { }, told -> List.of(named(told.buyer()), told.buyer().oldInvoice(1))),
                day(told -> told.merchant().connect(), told -> List.of(told.buyer().oldInvoice(2)))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000))
                        .sale("first 2000 of 2000, refunds 0 of 0").sale("recurring 2000 of 2000, refunds 0 of 0")
                        .commission("sale 400 of 400 for 1, pending").commission("sale 400 of 400 for 1, pending")
                        .lead("Sign up").buyer("Bea user_… cus_… bought 2, refunds 0, left 4000")));
    }

    @Test
    void aPaymentGoesBackToNoClickThatWasMadeAfterIt() {
        theyEndAlike(List.of(
                day(told -> { }, told -> List.of(named(told.buyer()))),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(1))),
                day(told -> told.merchant().lead(told.clicksAnother(), told.buyer())),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(2)))),
                List.of(EndState.of(Figures.NONE.clicks(1)),
                        EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000))
                                .sale("recurring 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                                .lead("Sign up").buyer("Bea user_… cus_… bought 1, refunds 0, left 2000")));
    }

    @Test
    void neitherAnotherModelNorALaterClickMovesAPayment() {
        String buyer = "Bea user_… cus_… bought 2, refunds 0, left 4000";
        theyEndAlike(List.of(
                day(told -> told.merchant().lead(told.links().get(0).clickId(), told.buyer())),
                day(told -> told.merchant().lead(told.clicksAnother(), told.buyer()),
                        told -> List.of(named(told.buyer()), told.buyer().oldInvoice(1))),
                day(told -> told.merchant().attributes("first-click")),
                day(told -> told.merchant().lead(told.clicksAnother(), told.buyer()),
                        told -> List.of(told.buyer().oldInvoice(2)))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(1, 2000))
                                .sale("recurring 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                                .lead("Sign up").buyer(buyer),
                        EndState.of(Figures.NONE.clicks(1).buyers(1).sales(1, 2000))
                                .sale("first 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                                .buyer(buyer),
                        EndState.of(Figures.NONE.clicks(1)).buyer(buyer)));
    }

    @Test
    void aLeadRewardThatIsSwitchedOnIsEarnedByLaterLeadsOnly() {
        String none = "Bea user_… cus_… bought 0, refunds 0, left 0";
        EndState lead = EndState.of(Figures.NONE.clicks(1).leads(1)).lead("Sign up").buyer(none);
        theyEndAlike(List.of(
                day(told -> told.merchant().rewardsLeads(), told -> List.of(
                        told.buyer().customerCreated(told.links().get(0).clickId()))),
                day(told -> told.merchant().rewardsCustomersLeads()),
                day(StoryRun::anotherComes, told -> List.of(
                        told.links().get(1).buyer().customerCreated(told.links().get(1).clickId())))),
                List.of(lead, lead.commission("lead 100 of 100 for 1, pending")));
    }

    @Test
    void aCustomerOfBeforeTheConnectionIsKnownOnceStripeSaysWhoItIs() {
        theyEndAlike(List.of(
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(1))),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(2))),
                day(told -> { }, told -> List.of(told.buyer().refundOfInvoice(1, 2400), told.buyer()
                        .customerCreated(told.links().get(0).clickId()).as("customer.updated")))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(2, 4000).refunds(1, 2000))
                        .sale("first 2000 of 2000, refunds 1 of 2000").sale("recurring 2000 of 2000, refunds 0 of 0")
                        .commission("sale 0 of 400 for 1, refunded").commission("sale 400 of 400 for 1, pending")
                        .lead("Sign up").buyer("Bea user_… cus_… bought 2, refunds 1, left 2000")));
    }

    @Test
    void anotherCurrencyStatesSalesAnewAndWhatWasPaidForThemStays() {
        theyEndAlike(List.of(
                day(told -> {
                    told.merchant().exchanges("EUR", "0.5");
                    told.merchant().lead(told.links().get(0).clickId(), told.buyer());
                }),
                new Day(told -> { }, told -> List.of(named(told.buyer()), told.buyer().oldInvoice(1)), true),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(2))),
                day(told -> told.merchant().pays("in_" + told.buyer().name + "_1")),
                day(told -> told.merchant().countsIn("eur")),
                day(told -> { }, told -> List.of(told.buyer().refundOfInvoice(1, 1200), told.buyer().oldInvoice(3)))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(3, 3000).refunds(1, 500))
                        .sale("first 1000 of 2000, refunds 1 of 500").sale("recurring 1000 of 2000, refunds 0 of 0")
                        .sale("recurring 1000 of 2000, refunds 0 of 0")
                        .commission("sale 200 of 400 for 1, paid").commission("sale 400 of 400 for 1, pending")
                        .commission("sale 200 of 200 for 1, pending")
                        .lead("Sign up").buyer("Bea user_… cus_… bought 3, refunds 1, left 2500")));
    }

    @Test
    void aTrialOfFiveSeatsEarnsForEachOfThemOnceAndWhatIsPaidAfterItBesides() {
        theyEndAlike(List.of(
                day(told -> told.merchant().rewardsTrials(5_000), told -> List.of(
                        told.buyer().customerCreated(told.links().get(0).clickId()))),
                day(told -> { }, told -> List.of(told.buyer().subscription("trialing").with("items", Map.of("data",
                        List.of(Map.of("id", "si_1", "quantity", 5)))))),
                day(told -> { }, told -> List.of(told.buyer().subscription("active").as("customer.subscription.updated").with("items",
                        Map.of("data", List.of(Map.of("id", "si_1", "quantity", 7)))), told.buyer().oldInvoice(1)))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(6).buyers(1).sales(1, 2000))
                        .sale("first 2000 of 2000, refunds 0 of 0").commission("sale 400 of 400 for 1, pending")
                        .commission("lead 25000 of 25000 for 5, pending").lead("Sign up").lead("Started Trial")
                        .buyer("Bea user_… cus_… bought 1, refunds 0, left 2000")));
    }

    @Test
    void aFirstSaleThatWasAllRefundedLeavesItsPlaceToTheNextOne() {
        theyEndAlike(List.of(
                day(told -> {
                    told.merchant().rewardsFirstSalesOnly();
                    told.merchant().lead(told.links().get(0).clickId(), told.buyer());
                }, told -> List.of(named(told.buyer()))),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(1))),
                day(told -> { }, told -> List.of(told.buyer().refundOfInvoice(1, 2400))),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(2))),
                day(told -> { }, told -> List.of(told.buyer().oldInvoice(3)))),
                List.of(EndState.of(Figures.NONE.clicks(1).leads(1).buyers(1).sales(3, 6000).refunds(1, 2000))
                        .sale("first 2000 of 2000, refunds 1 of 2000").sale("recurring 2000 of 2000, refunds 0 of 0")
                        .sale("recurring 2000 of 2000, refunds 0 of 0").commission("sale 0 of 400 for 1, refunded")
                        .commission("sale 400 of 400 for 1, pending")
                        .lead("Sign up").buyer("Bea user_… cus_… bought 3, refunds 1, left 4000")));
    }

    private static StripeEvent named(StripeBuyer buyer) {
        return buyer.customerCreated().metadata(buyer.words.externalIdKey, buyer.externalId);
    }

    private static Day day(Consumer<StoryRun> act) {
        return day(act, told -> List.of());
    }

    private static Day day(Consumer<StoryRun> act, Function<StoryRun, List<StripeEvent>> made) {
        return new Day(act, made, false);
    }

    private void theyEndAlike(List<Day> days, List<EndState> expected) {
        long seed = System.nanoTime();
        System.out.println("CalendarInServerIT: what is random is of seed " + seed);
        List<StoryRun> all = ways(days.size(), new Random(seed));
        for (int i = 0; i < days.size(); i++) {
            int today = i;
            Day day = days.get(i);
            all.forEach(told -> {
                day.act().accept(told);
                List<StripeEvent> made = day.made().apply(told).stream().map(event -> event.madeAt(clock.instant())).toList();
                made.forEach(event -> told.due().get(day.onDay() ? today : told.delivered().apply(today)).add(event));
                if (told.way().equals("backwards")) {
                    Collections.reverse(told.due().get(today));
                }
                told.merchant().deliver(told.due().get(today));
            });
            all.forEach(told -> told.merchant().looksAtAll());
            time.passes(DAY);
        }
        for (StoryRun told : all) {
            String what = told.way() + ", of the seed " + seed;
            assertThat(told.merchant().unsettled()).as(what).isEmpty();
            Map<String, EndState> ends = states.get().read(told.merchant().workspaceId(), told.links(), told.who());
            assertThat(told.links().stream().map(link -> ends.get(link.linkId())).toList()).as(what).isEqualTo(expected);
        }
    }

    private List<StoryRun> ways(int days, Random random) {
        List<StoryRun> all = new ArrayList<>();
        all.add(told("in time", days, day -> day));
        all.add(told("backwards", days, day -> days - 1));
        for (int i = 0; i < RANDOM_WAYS; i++) {
            all.add(told("random " + i, days, day -> day + random.nextInt(days - day)));
        }
        return all;
    }

    private StoryRun told(String way, int days, Function<Integer, Integer> delivered) {
        MerchantInServer merchant = merchants.get();
        StoryInServer first = merchant.stories(List.of(Vocabulary.DUB)).get(0);
        return new StoryRun(way, merchant, new ArrayList<>(List.of(first)), new HashMap<>(Map.of(first.linkId(), first.buyer())),
                IntStream.range(0, days).<List<StripeEvent>>mapToObj(day -> new ArrayList<>()).toList(), delivered);
    }
}
