package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;

/** A buyer was lost, or won back, in this transaction. @param at when the last subscription ended, null when won back */
public record CustomerChurned(CustomerId customerId, Instant at) {
}
