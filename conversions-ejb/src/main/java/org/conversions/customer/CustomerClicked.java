package org.conversions.customer;

import java.time.Instant;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;

/**
 * It became known, in this transaction, that another click brought a buyer, or that one was named earlier.
 *
 * @param clickedAt when that click was made: it has brought nothing before
 */
public record CustomerClicked(WorkspaceId workspaceId, CustomerId customerId, Instant clickedAt) {
}
