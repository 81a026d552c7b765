package org.conversions.customer;

import java.time.Instant;

/**
 * A click that brought a customer.
 *
 * @param namedAt when somebody first said that it did, by that side's own clock: the event's time, not ours
 * @param namedBy who did
 */
public record CustomerClick(String clickId, String linkId, Instant clickedAt, Instant namedAt, NamedBy namedBy) {
}
