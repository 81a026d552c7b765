package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;

/**
 * A buyer was lost, or won back, in this transaction.
 *
 * @param before when the last subscription had ended, null when the buyer was not lost
 * @param at     when the last subscription ended, null when won back
 */
public record CustomerChurned(WorkspaceId workspaceId, CustomerId customerId, Instant before, Instant at) {
}
