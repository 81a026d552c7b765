package org.conversions.commission;

import java.time.Instant;

/**
 * A change of a commission, or a part of it that a payout settled.
 *
 * @param kind     {@code paid} and {@code returned} for what a payout settled of it, else a word of {@link EntryKind}
 * @param earnings minor units; negative for what was taken back, and for what a payout absorbed of that; 0 for holds
 * @param reason   why, where somebody said it
 * @param person   who said so; null for the system
 * @param payoutId of what was paid; null for the rest
 */
public record EntryView(String kind, long earnings, Instant at, String reason, String person, String payoutId) {
}
