package org.conversions.stripe.event;

import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.object.StripeObject;
import org.conversions.workspace.Mode;

/**
 * A Stripe event whose workspace is known.
 *
 * @param id         the id of its inbox row
 * @param occurredAt Stripe's {@code created}
 * @param object     the event's {@code data.object}
 */
public record StripeEvent(String id, ConnectionId connectionId, WorkspaceId workspaceId, Mode mode, String type,
                          Instant occurredAt, StripeObject object) {
}
