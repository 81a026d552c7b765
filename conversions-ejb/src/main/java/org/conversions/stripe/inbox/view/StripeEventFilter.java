package org.conversions.stripe.inbox.view;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.workspace.Mode;

/**
 * The events that are asked for; what is null does not filter.
 *
 * @param by    the mode of the key that asks: what it does not reach is not among them
 * @param start by the time Stripe made the event
 */
public record StripeEventFilter(WorkspaceId workspaceId, Mode by, StripeEventState state, Reason reason, String type, String account,
                                String objectId, String customerId, Instant start, Instant end) {

    /** @return the order by the time of receipt, as the index has it that serves the filter */
    String order(String direction) {
        return " order by " + (state == null ? "" : "e.state " + direction + ", ") + "e.workspaceId " + direction
                + ", e.id " + direction;
    }

    /** @return the same in JPQL, of a stored event e */
    Conditions conditions() {
        return new Conditions("e.workspaceId = :workspace", workspaceId)
                .and("e.mode in :modes", "modes", by == Mode.LIVE ? null : by.reached())
                .and("e.state = :state", "state", state).and("e.reason = :reason", "reason", reason)
                .and("e.type = :type", "type", type)
                .and("e.accountId = :account", "account", account).and("e.objectId = :object", "object", objectId)
                .and("e.stripeCustomerId = :customer", "customer", customerId)
                .and("e.occurredAt >= :start", "start", start).and("e.occurredAt < :end", "end", end);
    }
}
