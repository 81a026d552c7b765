package org.conversions.overview;

import java.time.Instant;

/**
 * A note on the chart.
 *
 * @param at     the moment that it is about
 * @param author null for a key
 */
public record Note(String id, String text, Instant at, boolean shared, Author author, Instant createdAt) {
}
