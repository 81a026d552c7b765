package org.conversions.stripe.inbox;

import java.time.Instant;

/**
 * A verified delivery on its way into the inbox.
 *
 * @param source       the endpoint it came in by: live, test, sandbox, or the id of a connection
 * @param connectionId set when the endpoint is bound to one workspace, with the workspace
 */
record Delivery(String id, String source, String connectionId, String workspaceId, String mode, Envelope envelope,
                byte[] body, Instant receivedAt) {
}
