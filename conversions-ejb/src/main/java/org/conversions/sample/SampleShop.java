package org.conversions.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.workspace.Vocabulary;

/**
 * The shop whose month is played: what a plan depends on, so that the same shop has the same month.
 *
 * @param seed       chooses among the months that there could be
 * @param mark       is in every id of the shop at Stripe, and nowhere else
 * @param links      the ids of {@link SampleLink}s, in their order
 * @param currency   of the workspace, in which buyers pay until there are exchange rates
 * @param ratesSince the first day on which all currencies of the shop can be converted
 * @param end        of the month: now
 */
public record SampleShop(long seed, String mark, List<LinkId> links, Vocabulary vocabulary, String currency,
                         LocalDate ratesSince, Instant end) {

    /** The number of days of UTC that the month has, the last one not over yet. */
    public static final int DAYS = 30;

    public SampleShop {
        links = List.copyOf(links);
    }

    /** @return the beginning of the first day */
    public static Instant start(Instant end) {
        return LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(DAYS - 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** @return Stripe's id of a thing of the shop */
    String id(String prefix, int number) {
        return prefix + '_' + mark + number;
    }

    /** @return the currency in which a buyer pays */
    String paidIn(SamplePlace place, Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(ratesSince) ? currency : place.currency();
    }
}
