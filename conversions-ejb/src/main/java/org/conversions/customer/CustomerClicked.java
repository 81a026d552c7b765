package org.conversions.customer;

import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.WorkspaceId;

/** It became known, in this transaction, that another click brought a buyer, or that one was named earlier. */
public record CustomerClicked(WorkspaceId workspaceId, CustomerId customerId) {
}
