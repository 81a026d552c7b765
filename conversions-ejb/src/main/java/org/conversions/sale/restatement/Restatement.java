package org.conversions.sale.restatement;

import java.time.Instant;

/**
 * The progress of the restatement of a workspace's sales in the currency that it chose last.
 *
 * @param currency    in lower case
 * @param sales       the number to be stated, of all modes
 * @param restated    the number of those that are
 * @param withoutRate the number of those that come to nothing until there is an exchange rate for their days
 * @param finishedAt  null while it is under way
 */
public record Restatement(String currency, long sales, long restated, long withoutRate, Instant startedAt,
                          Instant finishedAt) {
}
