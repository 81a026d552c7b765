package org.conversions.web.api.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conversions.exchange.RatesView;
import org.conversions.web.openapi.Required;

/**
 * The rates that hold for a workspace on a day. Codes are written as in files of rates, in upper case, and rates as strings,
 * because not every reader of JSON keeps all digits of a number.
 *
 * @param base     USD: rates are units for one US dollar
 * @param currency the workspace's, as everywhere in the API
 * @param asOf     the day of the newest rates, as 2026-07-29
 * @param ageDays  how old they were on that day
 * @param stale    whether that is too old to rely on
 * @param source   bundled, url, file or workspace
 * @param origins  the day and the source of each rate
 * @param own      what this workspace has set for itself, with its day
 * @param held     what jumped and is not used
 */
public record RatesAnswer(
        @Required String base, @Required String currency, String asOf, Long ageDays, boolean stale, String source,
        @Required SortedMap<String, String> rates, @Required SortedMap<String, OriginAnswer> origins,
        @Required SortedMap<String, String> own, @Required List<HeldAnswer> held) {

    /** Where a rate is from. @param source bundled, url, file or workspace */
    public record OriginAnswer(String asOf, String source) {
    }

    /** A rate that waits to be set with confirm. @param current the one that holds meanwhile */
    public record HeldAnswer(String currency, String rate, String asOf, String source, String current,
                             BigDecimal changePercent) {
    }

    static RatesAnswer of(RatesView view) {
        SortedMap<String, String> rates = new TreeMap<>();
        view.rates().forEach((currency, rate) -> rates.put(code(currency), text(rate)));
        SortedMap<String, OriginAnswer> origins = new TreeMap<>();
        view.origins().forEach((currency, origin) -> origins.put(code(currency),
                new OriginAnswer(text(origin.asOf()), origin.source())));
        SortedMap<String, String> own = new TreeMap<>();
        view.own().forEach((currency, day) -> own.put(code(currency), day.toString()));
        return new RatesAnswer("USD", view.currency(), text(view.asOf()), view.age() == null ? null : view.age().days(),
                view.age() != null && view.age().stale(), view.source(), rates, origins, own,
                view.held().stream().map(RatesAnswer::held).toList());
    }

    private static HeldAnswer held(RatesView.Held held) {
        return new HeldAnswer(code(held.currency()), text(held.rate()), text(held.asOf()), held.source(),
                text(held.current()), held.changePercent());
    }

    private static String code(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }

    private static String text(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
