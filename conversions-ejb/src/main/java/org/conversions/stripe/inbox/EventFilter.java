package org.conversions.stripe.inbox;

import java.time.Instant;

/** Which events are asked for; what is null does not filter. @param start by the time Stripe made the event */
public record EventFilter(String workspaceId, EventState state, String type, String account, String objectId,
                          String customerId, Instant start, Instant end) {
}
