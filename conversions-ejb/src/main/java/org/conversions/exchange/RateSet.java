package org.conversions.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.conversions.money.Currencies;
import org.conversions.platform.RequestRefused;

/**
 * The rates of one day from one source, all of which can be.
 *
 * @param asOf   their day
 * @param quotes by currency, in lower case; the dollar itself is not among them
 */
public record RateSet(LocalDate asOf, SortedMap<String, Quote> quotes) {

    /** More than twice as many as there are currencies. */
    static final int RATES_MAX = 400;
    static final BigDecimal RATE_MIN = new BigDecimal("0.000000001");
    static final BigDecimal RATE_MAX = new BigDecimal("1000000000");
    /** The limits of the columns. */
    static final int DECIMALS_MAX = 18;
    /** No rates are older than the payments that need them. */
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final String DOLLAR = "usd";
    private static final int TEXT_LENGTH_MAX = 40;
    /** ASCII digits only: BigDecimal would take those of every script. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

    /**
     * @param base  the currency that one unit of is worth the rates, in upper or lower case
     * @param today the day in UTC: a rate of tomorrow is none
     * @param rates numbers as they were written, by currency in upper or lower case
     * @throws RequestRefused unprocessable_entity, naming what cannot be; then there is no set at all
     */
    static RateSet of(String base, LocalDate asOf, LocalDate today, Map<String, String> rates) {
        String baseCode = code(base);
        if (!Currencies.known(baseCode)) {
            throw RequestRefused.unprocessable("field_value_unknown", "base: must be a currency such as USD");
        }
        if (asOf.isAfter(today) || asOf.isBefore(EARLIEST)) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    "asOf: must be a day from " + EARLIEST + " to today, which is " + today
                    + " in UTC");
        }
        if (rates.isEmpty() || rates.size() > RATES_MAX) {
            throw RequestRefused.unprocessable("field_count_invalid",
                    "rates: must have 1 to " + RATES_MAX + " currencies");
        }
        SortedMap<String, BigDecimal> perBase = perBase(baseCode, rates);
        BigDecimal dollars = perBase.get(DOLLAR);
        if (dollars == null) {
            throw RequestRefused.unprocessable("field_missing",
                    "rates: must have USD, because the base is another currency");
        }
        SortedMap<String, Quote> quotes = new TreeMap<>();
        perBase.forEach((currency, units) -> {
            Quote quote = new Quote(units, dollars);
            check("rates." + currency.toUpperCase(Locale.ROOT), quote.perDollar());
            quotes.put(currency, quote);
        });
        quotes.remove(DOLLAR);
        if (quotes.isEmpty()) {
            throw RequestRefused.unprocessable("field_count_invalid", "rates: must have a currency beside USD");
        }
        return new RateSet(asOf, quotes);
    }

    private static SortedMap<String, BigDecimal> perBase(String base, Map<String, String> rates) {
        SortedMap<String, BigDecimal> perBase = new TreeMap<>();
        rates.forEach((name, text) -> {
            String field = "rates." + shown(name);
            String currency = code(name);
            if (!Currencies.known(currency)) {
                throw RequestRefused.unprocessable("field_value_unknown", field + ": is not a known currency");
            }
            BigDecimal rate = number(field, text);
            if (currency.equals(base) && rate.compareTo(BigDecimal.ONE) != 0) {
                throw RequestRefused.unprocessable("field_out_of_range", field + ": is the base and must be 1");
            }
            if (perBase.put(currency, rate) != null) {
                throw RequestRefused.unprocessable("field_duplicate", field + ": is there twice");
            }
        });
        perBase.put(base, BigDecimal.ONE);
        return perBase;
    }

    private static BigDecimal number(String field, String text) {
        if (text == null || text.length() > TEXT_LENGTH_MAX || !NUMBER.matcher(text).matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    field + ": must be a number more than 0 such as 1.37");
        }
        BigDecimal rate = new BigDecimal(text);
        check(field, rate);
        if (rate.stripTrailingZeros().scale() > DECIMALS_MAX) {
            throw RequestRefused.unprocessable("field_malformed",
                    field + ": must have at most " + DECIMALS_MAX + " decimals");
        }
        return rate;
    }

    private static void check(String field, BigDecimal rate) {
        if (rate.compareTo(RATE_MIN) < 0 || rate.compareTo(RATE_MAX) > 0) {
            throw RequestRefused.unprocessable("field_out_of_range",
                    field + ": must be from " + RATE_MIN.toPlainString() + " to "
                    + RATE_MAX.toPlainString());
        }
    }

    private static String code(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Shortens a name from outside to what is needed to recognise it. */
    private static String shown(String name) {
        return name.length() <= 8 ? name : name.substring(0, 8) + "…";
    }
}
