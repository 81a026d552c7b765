package org.conversions.customer;

/** CDI event: the merchant has erased who a buyer was, in the transaction that is under way. */
public record CustomerErased(String workspaceId, String customerId) {
}
