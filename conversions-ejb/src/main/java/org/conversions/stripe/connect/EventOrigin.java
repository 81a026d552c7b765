package org.conversions.stripe.connect;

import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The way by which the events of a connection are delivered, which is a part of what they are known by.
 *
 * @param connectionId set with the workspace when they come in by an endpoint of the connection's own; else null
 * @param accountId    the account that they name; empty for those of an own endpoint
 */
public record EventOrigin(Mode mode, ConnectionId connectionId, WorkspaceId workspaceId, String accountId) {

    /** @param signed whether the connection has an endpoint of its own that takes anything in */
    static EventOrigin of(Connected connection, boolean signed) {
        return connection.accountId().isEmpty() || signed
                ? new EventOrigin(connection.mode(), connection.connectionId(), connection.workspaceId(), "")
                : new EventOrigin(connection.mode(), null, null, connection.accountId());
    }

    /** Returns the endpoint: the connection's own, or that of the app in the mode. */
    public String source() {
        return connectionId != null ? connectionId.value() : mode.text();
    }
}
