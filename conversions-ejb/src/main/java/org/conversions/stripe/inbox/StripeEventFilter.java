package org.conversions.stripe.inbox;

import java.time.Instant;
import org.conversions.workspace.Mode;

/**
 * Which events are asked for; what is null does not filter.
 *
 * @param by    the mode of the key that asks: what it does not reach is not among them
 * @param start by the time Stripe made the event
 */
public record StripeEventFilter(String workspaceId, Mode by, StripeEventState state, String type, String account, String objectId,
                          String customerId, Instant start, Instant end) {
}
