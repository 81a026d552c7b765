package org.conversions.web.api;

/**
 * A request with an idempotency key that is being answered.
 *
 * @param inTransaction whether what it changes and its answer are one transaction
 */
record Attempt(String workspaceId, String key, String requestHash, boolean inTransaction) {
}
