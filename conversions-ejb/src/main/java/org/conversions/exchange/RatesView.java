package org.conversions.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The rates that hold for a workspace on a day.
 *
 * @param currency the workspace's, in lower case
 * @param asOf     the day of the newest of them, or null when there is none
 * @param age      of the newest, or null when there is none
 * @param source   of the newest: bundled, url, file or workspace; null when there is none
 * @param rates    units for one US dollar, by currency in lower case; the dollar itself is among them
 * @param origins  where each of them is from, by currency; the dollar has none
 * @param own      those that the workspace has set for itself, by currency, with their days
 * @param held     those that jumped and are not used, by currency
 */
public record RatesView(String currency, LocalDate asOf, RateAge age, String source,
                        SortedMap<String, BigDecimal> rates, SortedMap<String, Origin> origins,
                        SortedMap<String, LocalDate> own, List<Held> held) {

    /** The day of a rate and its source: bundled, url, file or workspace. */
    public record Origin(LocalDate asOf, String source) {
    }

    /**
     * A rate that waits for a confirmation.
     *
     * @param rate          units for one US dollar
     * @param current       the rate that holds meanwhile, units for one US dollar
     * @param changePercent by how much the held one is above it; negative when below
     */
    public record Held(String currency, BigDecimal rate, LocalDate asOf, String source, BigDecimal current,
                       BigDecimal changePercent) {
    }
}
