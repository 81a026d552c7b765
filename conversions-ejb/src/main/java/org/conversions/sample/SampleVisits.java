package org.conversions.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.conversions.click.PastClick;
import org.conversions.click.visit.UserAgent;
import org.conversions.platform.id.ClickId;

/** Plans the clicks of the month: more towards its end, fewer at weekends, most of them in the afternoon. Pure. */
final class SampleVisits {

    /** The number of clicks of a weekday at the beginning, in hundredths, and how many more there are each day. */
    private static final int FIRST_DAY = 1_500;
    private static final int GROWTH = 55;
    private static final Map<DayOfWeek, Integer> WEEK = Map.of(DayOfWeek.MONDAY, 110, DayOfWeek.TUESDAY, 115, DayOfWeek.WEDNESDAY, 105,
            DayOfWeek.THURSDAY, 100, DayOfWeek.FRIDAY, 90, DayOfWeek.SATURDAY, 60, DayOfWeek.SUNDAY, 70);
    private static final int[] HOURS = {2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 8, 9, 10, 11, 11, 10, 9, 9, 10, 9, 7, 5, 3};
    private static final List<UserAgent> AGENTS = List.of(new UserAgent("Mobile", "Mobile Safari", "iOS"),
            new UserAgent("Desktop", "Chrome", "Windows"), new UserAgent("Mobile", "Chrome Mobile", "Android"),
            new UserAgent("Desktop", "Safari", "Mac OS X"), new UserAgent("Desktop", "Chrome", "Mac OS X"),
            new UserAgent("Desktop", "Firefox", "Linux"), new UserAgent("Desktop", "Edge", "Windows"),
            new UserAgent("Tablet", "Mobile Safari", "iOS"));
    private static final int[] AGENT_WEIGHTS = {28, 20, 19, 11, 9, 4, 6, 3};
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CLICK_RANDOM = 8;

    private final SampleShop shop;
    private final Random random;

    SampleVisits(SampleShop shop) {
        this.shop = shop;
        this.random = new Random(shop.seed());
    }

    /** @return the visits in the order of time */
    List<SampleStep.Visit> plan() {
        List<SampleStep.Visit> visits = new ArrayList<>();
        Instant start = SampleShop.start(shop.end());
        for (int day = 0; day < SampleShop.DAYS; day++) {
            Instant begin = start.plus(Duration.ofDays(day));
            int weight = WEEK.get(LocalDate.ofInstant(begin, ZoneOffset.UTC).getDayOfWeek());
            int count = (FIRST_DAY + GROWTH * day) * weight * (85 + random.nextInt(31)) / 1_000_000;
            for (int i = 0; i < count; i++) {
                Instant at = begin.plus(Duration.ofHours(drawn(HOURS))).plusMillis(random.nextInt(3_600_000));
                SampleStep.Visit visit = visit(at);
                if (at.isBefore(shop.end())) {
                    visits.add(visit);
                }
            }
        }
        visits.sort(Comparator.comparing(SampleStep.Visit::at).thenComparing(visit -> visit.clickId().value()));
        return visits;
    }

    private SampleStep.Visit visit(Instant at) {
        SampleLink link = SampleLink.values()[drawn(weights(SampleLink.values().length, i -> SampleLink.values()[i].weight))];
        SamplePlace place = SamplePlace.values()[drawn(weights(SamplePlace.values().length, i -> SamplePlace.values()[i].weight))];
        String city = place.city(random.nextInt(100));
        int space = city.indexOf(' ');
        UserAgent agent = link == SampleLink.PACKAGE || link == SampleLink.INSTAGRAM && random.nextInt(10) < 8
                ? AGENTS.get(random.nextInt(3) == 0 ? 2 : 0) : AGENTS.get(drawn(AGENT_WEIGHTS));
        String referer = link.referers.get(random.nextInt(link.referers.size()));
        ClickId clickId = clickId(at);
        return new SampleStep.Visit(clickId, link.ordinal(), place, new PastClick(clickId, shop.links().get(link.ordinal()), at,
                link.trigger(), link.url(), place.name(), city.substring(0, space), city.substring(space + 1), agent, referer,
                link.utm));
    }

    private ClickId clickId(Instant at) {
        StringBuilder id = new StringBuilder(ClickId.firstAt(at));
        for (int i = 0; i < CLICK_RANDOM; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ClickId(id.toString());
    }

    private static int[] weights(int length, IntUnaryOperator weight) {
        return IntStream.range(0, length).map(weight).toArray();
    }

    /** @return a number below the length, each as often as its weight says */
    private int drawn(int[] weights) {
        int rest = random.nextInt(Arrays.stream(weights).sum());
        int number = 0;
        while (rest >= weights[number]) {
            rest -= weights[number++];
        }
        return number;
    }
}
