package org.conversions.partner;

import java.time.Instant;
import org.conversions.platform.id.WorkspaceId;

/** CDI event: a group is being deleted, and its partners are in the default one from then on. */
public record GroupDeleted(WorkspaceId workspaceId, String groupId, Instant at) {
}
