package org.conversions.web.api.write;

import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A request with an idempotency key that is being answered.
 *
 * @param inTransaction whether what it changes and its answer are one transaction
 */
record IdempotentRequest(WorkspaceId workspaceId, Mode mode, String key, String requestHash, boolean inTransaction) {
}
