package org.conversions.customer;

/** It became known, in this transaction, that another click brought a buyer, or that one was named earlier. */
public record CustomerClicked(String workspaceId, String customerId) {
}
