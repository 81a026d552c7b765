package org.conversions.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.conversions.platform.id.ClickId;

/**
 * Plans what becomes of the visitors: who signs up, who buys what, who tries first, who comes back each week, who leaves, and
 * whose money goes back. Pure.
 */
final class SampleBuyers {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration BACK_WITHIN = Duration.ofDays(9);
    private static final Map<String, long[]> PRICES = Map.of("usd", new long[] {1_800, 3_400, 8_900, 4_500},
            "eur", new long[] {1_700, 3_200, 8_500, 4_200}, "gbp", new long[] {1_500, 2_900, 7_500, 3_800},
            "jpy", new long[] {2_600, 4_900, 13_000, 6_500});
    private static final List<String> FIRST_NAMES = List.of("Alma", "Ben", "Chiara", "David", "Emi", "Farah", "Gus", "Hana", "Ivo",
            "Jules", "Kaito", "Lena", "Maya", "Noah", "Olga", "Priya", "Quinn", "Rosa", "Sam", "Tessa", "Umar", "Vera", "Wes", "Yuki");
    private static final List<String> LAST_NAMES = List.of("Abe", "Berg", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hughes",
            "Ito", "Jansen", "Khan", "Lopez", "Meyer", "Novak", "Okafor", "Patel", "Rossi", "Silva", "Tanaka", "Weber");

    /** What happens to the money of the first single purchases. */
    private enum Fate {
        REFUNDED, PARTLY_REFUNDED, LOST, WON, KEPT
    }

    private final SampleShop shop;
    private final SampleEvents events;
    private final Random random;
    private final List<SampleStep> steps = new ArrayList<>();
    final List<SampleMonth.Payment> payments = new ArrayList<>();
    int signedUp;
    int trials;
    private int singles;
    private int regulars;
    private int prices;

    SampleBuyers(SampleShop shop) {
        this.shop = shop;
        this.events = new SampleEvents(shop);
        this.random = new Random(shop.seed() + 1);
    }

    List<SampleStep> plan(List<SampleStep.Visit> visits) {
        for (SampleStep.Visit visit : visits) {
            // Rare currencies are to be seen in every month.
            boolean wanted = visit.place() == SamplePlace.JP || visit.place() == SamplePlace.GB;
            int chance = SampleLink.values()[visit.link()].signUps * (wanted ? 2 : 1);
            if (random.nextInt(100) < chance) {
                comes(visit, wanted || random.nextInt(100) < 60);
            }
        }
        return steps;
    }

    private void comes(SampleStep.Visit visit, boolean buys) {
        boolean direct = random.nextInt(5) == 0;
        Instant signsUp = seconds(visit.at()).plus(Duration.ofSeconds(90 + random.nextInt(1_400)));
        Instant decides = random.nextInt(10) < 5 ? signsUp.plus(Duration.ofSeconds(60 + random.nextInt(3_000)))
                : signsUp.plus(Duration.ofHours(20 + random.nextInt(70)));
        if (signsUp.isAfter(latest())) {
            return;
        }
        SampleEvents.Buyer buyer = buyer(visit.place());
        int kind = random.nextInt(100);
        if (direct && buys) {
            // By a payment link: the click is named by the checkout itself.
            buysOnce(buyer, visit.clickId(), signsUp);
            return;
        }
        steps.add(events.customer(buyer, visit.clickId(), signsUp));
        if (!buys || decides.isAfter(latest())) {
            return;
        } else if (kind < 45) {
            buysOnce(buyer, null, decides);
        } else {
            subscribes(buyer, kind < 62, decides);
        }
    }

    private void buysOnce(SampleEvents.Buyer buyer, ClickId clickId, Instant at) {
        SampleEvents.Price price = price(buyer, at, 2 + random.nextInt(2), false);
        steps.add(events.checkout(buyer, clickId, price, null, null, at));
        Fate fate = at.plus(BACK_WITHIN).isAfter(latest()) || singles >= Fate.KEPT.ordinal() ? Fate.KEPT : Fate.values()[singles++];
        long back = 0;
        switch (fate) {
            case REFUNDED -> {
                back = price.total();
                steps.add(events.refund(buyer, price, back, at.plus(Duration.ofDays(2))));
            }
            case PARTLY_REFUNDED -> {
                back = price.total() / 4;
                steps.add(events.refund(buyer, price, back, at.plus(Duration.ofDays(3))));
            }
            case LOST, WON -> {
                back = fate == Fate.LOST ? price.total() : 0;
                steps.add(events.dispute(buyer, price, "needs_response", at.plus(Duration.ofDays(4))));
                steps.add(events.dispute(buyer, price, fate == Fate.LOST ? "lost" : "won", at.plus(BACK_WITHIN).minusSeconds(3_600)));
            }
            default -> { }
        }
        paid(price, back);
    }

    private void subscribes(SampleEvents.Buyer buyer, boolean tries, Instant at) {
        String subscription = shop.id("sub", buyer.number());
        int product = random.nextInt(3) == 0 ? 1 : 0;
        Instant leaves = ++regulars % 3 == 1 ? at.plus(Duration.ofDays(tries ? 12 : 10)) : Instant.MAX;
        SampleEvents.Price first = price(buyer, at, product, tries);
        steps.add(events.checkout(buyer, null, first, tries ? null : events.invoiceId(first), subscription, at));
        steps.add(events.subscription(buyer, subscription, tries ? "trialing" : "active", tries, at, WEEK, at));
        if (tries) {
            trials++;
        } else {
            invoiced(buyer, first, "subscription_create", subscription, at);
        }
        for (Instant next = at.plus(WEEK); !next.isAfter(latest()) && next.isBefore(leaves); next = next.plus(WEEK)) {
            if (tries && next.equals(at.plus(WEEK))) {
                steps.add(events.subscription(buyer, subscription, "active", true, at, WEEK, next));
            }
            invoiced(buyer, price(buyer, next, product, false), "subscription_cycle", subscription, next);
        }
        if (!leaves.isAfter(latest())) {
            steps.add(events.subscription(buyer, subscription, "canceled", tries, at, WEEK, leaves));
        }
    }

    private void invoiced(SampleEvents.Buyer buyer, SampleEvents.Price price, String reason, String subscription, Instant at) {
        steps.add(events.invoice(buyer, price, reason, subscription, at));
        if (!buyer.old()) {
            steps.add(events.invoicePayment(buyer, price, at));
        }
        paid(price, 0);
    }

    private void paid(SampleEvents.Price price, long back) {
        payments.add(new SampleMonth.Payment(price.currency(), price.net(), price.total(), back));
    }

    private SampleEvents.Buyer buyer(SamplePlace place) {
        int number = ++signedUp;
        String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        String last = LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
        return new SampleEvents.Buyer(number, shop.id("cus", number), first + ' ' + last, (first + '.' + last + '.' + number)
                .toLowerCase(Locale.ROOT) + "@buyers.example", place, "shop_" + shop.mark() + number, number % 2 == 0);
    }

    /** Each payment has a number of its own. */
    private SampleEvents.Price price(SampleEvents.Buyer buyer, Instant at, int product, boolean free) {
        String currency = shop.paidIn(buyer.place(), at);
        long net = free ? 0 : PRICES.getOrDefault(currency, PRICES.get("usd"))[product];
        return new SampleEvents.Price(++prices, product, currency, net, (net * buyer.place().tax + 50) / 100);
    }

    private Instant latest() {
        return shop.end().minusSeconds(60);
    }

    private static Instant seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() + 1);
    }
}
