package org.conversions.overview;

import java.time.Instant;

/**
 * A view of the figures that somebody has saved under a name.
 *
 * @param query  what the address of the page has after its question mark
 * @param author null for a key
 */
public record SavedView(String id, String name, String query, boolean shared, Author author, Instant createdAt) {
}
