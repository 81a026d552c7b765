package org.conversions.exchange;

import java.util.Map;

/**
 * Rates that a workspace wants to have, as its caller wrote them.
 *
 * @param base    the currency that one unit of is worth the rates
 * @param asOf    their day, as 2026-07-29; null for today in UTC
 * @param rates   numbers as they were written, by currency
 * @param confirm true when jumps are meant
 */
public record RatesDraft(String base, String asOf, Map<String, String> rates, boolean confirm) {
}
