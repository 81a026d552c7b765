package org.conversions.commission;

import java.time.Instant;

/**
 * A change of a commission, or a part of it that a payout settled.
 *
 * @param kind      {@code paid} for what a payout settled of it, else why it was earned or taken back
 * @param earnings  minor units; negative for what was taken back, and for what a payout absorbed of that
 * @param payoutId  of what was paid; null for the rest
 */
public record EntryView(String kind, long earnings, Instant at, String payoutId) {
}
