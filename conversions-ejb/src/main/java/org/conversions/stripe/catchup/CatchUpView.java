package org.conversions.stripe.catchup;

import java.time.Instant;

/**
 * The state of the work for a connection.
 *
 * @param from    the beginning of the time whose events are looked for, by Stripe's clock
 * @param to      its end
 * @param found   events that Stripe has of that time, so far
 * @param stored  those of them that had not come in before
 * @param problem a sentence on what keeps it up or ended it; null when nothing does
 */
public record CatchUpView(CatchUpState state, Instant from, Instant to, long found, long stored, String problem) {
}
