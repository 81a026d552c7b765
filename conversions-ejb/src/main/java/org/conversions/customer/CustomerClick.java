package org.conversions.customer;

import java.time.Instant;

/**
 * A click that brought a customer.
 *
 * @param namedAt when it was first reported, by the clock of the source: the time of Stripe's event, not ours
 * @param namedBy the source of that report
 */
public record CustomerClick(String clickId, String linkId, Instant clickedAt, Instant namedAt, NamedBy namedBy) {
}
