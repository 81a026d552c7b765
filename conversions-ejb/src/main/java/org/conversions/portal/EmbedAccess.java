package org.conversions.portal;

import java.time.Instant;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/** The right that a token of the embedded page gives: to see the figures of a partner in a mode until a moment, and no more. */
public record EmbedAccess(WorkspaceId workspaceId, PartnerId partnerId, Mode mode, Instant expires) {
}
