package org.conversions.stripe.connect;

import org.conversions.workspace.Mode;

/** Whose events of an account in a mode are. @param accountId empty for an endpoint of one workspace */
public record Connected(String connectionId, String workspaceId, Mode mode, String accountId) {
}
