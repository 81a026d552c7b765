package org.conversions.portal;

import java.time.Instant;
import org.conversions.workspace.Mode;

/** Whose figures a token of the embedded page shows, of which mode, and until when: nothing else can be done with it. */
public record EmbedAccess(String workspaceId, String partnerId, Mode mode, Instant expires) {
}
