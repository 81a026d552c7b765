package org.conversions.report.customer;

import java.time.Instant;

/**
 * A subscription of a customer as Stripe told of it last.
 *
 * @param status   Stripe's word, such as active or past_due; null before Stripe has said one
 * @param statusAt when that was so
 * @param cancelAt when it will end, if that is planned
 * @param endedAt  when it ended, or null
 * @param paid     whether something was paid for it
 */
public record Subscription(String id, String status, Instant statusAt, Instant cancelAt, Instant endedAt, boolean paid) {
}
