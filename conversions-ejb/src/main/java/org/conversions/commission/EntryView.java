package org.conversions.commission;

import java.time.Instant;

/**
 * Something that happened to a commission.
 *
 * @param kind      {@code paid} for what a payment settled of it, else why it was earned or taken back
 * @param earnings  minor units; negative for what was taken back, and for what a payment absorbed of that
 * @param paymentId of what was paid; null for the rest
 */
public record EntryView(String kind, long earnings, Instant at, String paymentId) {
}
