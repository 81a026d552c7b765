package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;

/**
 * A buyer who was made with a placeholder for an external id turned out, in this transaction, to be one who was known
 * before: what belongs to the first belongs to the second.
 *
 * @param from    the id of the buyer who is no more
 * @param clickedAt when the earliest of its clicks was made; null when it has none
 * @param brought true when the clicks of the first are the only ones of the second
 */
public record CustomersMerged(CustomerId from, CustomerView into, Instant clickedAt, boolean brought) {
}
