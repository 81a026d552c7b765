package org.conversions.commission;

import java.time.Instant;

/**
 * The turn of what earns under a spend limit: earlier ones use up the limit first, and those of the same moment in the order of
 * their names. Pure.
 *
 * @param at   when the sale was paid or the lead happened, or the end of the day of clicks
 * @param key  of its commission
 * @param name the same whenever it became known: the business key of a sale; null where those of the same moment all come first
 */
record Turn(Instant at, String key, String name) {
}
