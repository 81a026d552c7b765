package org.conversions.stripe.connect;

import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * A connection, and the time in which it held.
 *
 * @param accountId    empty for an endpoint of one workspace
 * @param until        when it was disconnected; null while it is connected
 * @param deauthorized whether the account itself ended it, in Stripe
 */
public record Connected(ConnectionId connectionId, WorkspaceId workspaceId, Mode mode, String accountId, Instant since,
                        Instant until, boolean deauthorized) {

    /** Compares whole seconds, as Stripe reports them: an event in the second of the end was still before it. */
    boolean holds(Instant at) {
        return since.getEpochSecond() <= at.getEpochSecond() && !isOver(at);
    }

    private boolean isOver(Instant at) {
        return until != null && until.getEpochSecond() < at.getEpochSecond();
    }

    /** @return whether the account had taken the access back before */
    public boolean deauthorizedBefore(Instant at) {
        return deauthorized && isOver(at);
    }
}
